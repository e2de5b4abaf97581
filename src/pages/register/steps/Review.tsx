import { View } from '@tarojs/components'
import { campaignFor } from '../../../cloud/data'
import { aria } from '../../../components/aria'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { toggled } from '../../../components/change'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Field, fieldId } from '../../../components/Field'
import { Heading } from '../../../components/Heading'
import { REQUIRED_DECLARATIONS, type Declaration } from '../../../domain/registration'
import { Against } from '../Against'
import { readBack } from '../readBack'
import { ReadRow } from '../ReadRow'
import type { StepProps } from './props'

/** Everything once more, each answer one tap from being changed; then the pledges. */
export function Review({ form, answers, errors, today, change }: StepProps) {
  const campaign = campaignFor(today.day)
  const needed = answers.kind ? REQUIRED_DECLARATIONS[answers.kind] : []
  const toggle = (one: Declaration) => change(latest => ({ declarations: toggled(latest.declarations, one) }))
  return (
    <>
      <Heading text="看一遍，没错就交" />
      <View className="qh-sub qh-mt-1">哪条不对就点哪条。交了还能改。</View>
      <Against answers={answers} today={today} onOther={() => change({ kind: 'jobSeeking' })} />
      {readBack(answers).map(({ step, title, rows }) => (
        <View key={step} className="qh-mt-3">
          <Card className="qh-review__block">
            <View className="qh-row qh-row--between">
              <View className="qh-sub qh-strong">{title}</View>
              <Button label="修改" kind="text" small end spoken={`修改${title}`} onClick={() => form.go(step, true)} />
            </View>
            {rows.map(row => (
              <ReadRow key={row.path} row={row} onClick={() => form.go(step, true, row.path)} />
            ))}
          </Card>
        </View>
      ))}
      <View className="qh-mt-3">
        <Card>
          <View id={fieldId('declarations')} className="qh-review__pledges">
            {/* what is wrong stands above: the pledges are longer than a screen */}
            <Field
              path="declarations.said"
              label="承诺，用它代替交证明"
              help="一条一条看，同意才勾，勾了就和签字一样算数。不是有意填错的，改过来就行"
              error={errors.declarations}
            >
              <></>
            </Field>
            <View {...aria({ role: 'group', label: '承诺' })}>
              {needed.map(one => (
                <ChoiceCard
                  key={one}
                  title={campaign.declarations[one].title}
                  note={campaign.declarations[one].sentence}
                  on={answers.declarations.includes(one)}
                  many
                  bare
                  onClick={() => toggle(one)}
                />
              ))}
            </View>
          </View>
        </Card>
      </View>
    </>
  )
}
