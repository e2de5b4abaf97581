import { View } from '@tarojs/components'
import { aria } from '../../../components/aria'
import { Card } from '../../../components/Card'
import { toggled } from '../../../components/change'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Field, fieldId } from '../../../components/Field'
import { Heading } from '../../../components/Heading'
import { HARDSHIP_NAMES, HARDSHIPS, type Hardship as Kind } from '../../../domain/person'
import { CURRENT_NOTICE } from '../../../domain/privacy'
import type { StepProps } from './props'

const NOTICE = CURRENT_NOTICE.items.find(({ id }) => id === 'sensitive')

/** Sensitive facts, with a consent of their own; the whole step may be left empty. */
export function Hardship({ answers, errors, change }: StepProps) {
  const chosen = answers['sensitive.hardships']
  const consent = answers.sensitiveConsent
  const toggle = (kind: Kind) =>
    change(latest => ({ 'sensitive.hardships': toggled(latest['sensitive.hardships'], kind) }))
  return (
    <>
      <Heading text="家里有困难吗？" />
      <View className="qh-sub qh-mt-1">有的话能优先帮你。不想说就不填，直接下一步，登记一样办。</View>
      <View className="qh-mt-4" id={fieldId('sensitiveConsent')}>
        <Card>
          <View className="qh-sub">{NOTICE?.text}</View>
          <View className="qh-mt-2">
            <ChoiceCard
              title="我同意，再选有哪些"
              on={consent}
              many
              bare
              onClick={() => change({ sensitiveConsent: !consent, ...(consent ? { 'sensitive.hardships': [] } : {}) })}
            />
          </View>
        </Card>
      </View>
      {consent && (
        <View className="qh-mt-4">
          <Field path="sensitive.hardships" label="有哪些就选哪些" error={errors['sensitive.hardships']}>
            <View className="qh-mt-2" {...aria({ role: 'group', label: '有哪些就选哪些' })}>
              <Card>
                {HARDSHIPS.map(kind => (
                  <ChoiceCard
                    key={kind}
                    title={HARDSHIP_NAMES[kind]}
                    on={chosen.includes(kind)}
                    many
                    bare
                    onClick={() => toggle(kind)}
                  />
                ))}
              </Card>
            </View>
          </Field>
        </View>
      )}
    </>
  )
}
