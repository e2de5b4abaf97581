import { View } from '@tarojs/components'
import { campaignFor } from '../../../cloud/data'
import { aria } from '../../../components/aria'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { toggled } from '../../../components/change'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Field } from '../../../components/Field'
import { Heading } from '../../../components/Heading'
import { KeyValue } from '../../../components/KeyValue'
import { Notice } from '../../../components/Notice'
import { REQUIRED_DECLARATIONS, type Declaration } from '../../../domain/registration'
import type { Answers } from '../answers'
import { failedRules } from '../foresee'
import { readBack } from '../readBack'
import { newRequestId } from '../file'
import type { StepProps } from './props'

/** Everything once more, each block one tap from being changed; then the pledges. */
export function Review({ form, answers, errors, today, change }: StepProps) {
  const campaign = campaignFor(today.day)
  const needed = answers.kind ? REQUIRED_DECLARATIONS[answers.kind] : []
  const against = (given: Answers) => failedRules(given, today.day, campaign, newRequestId(today.instant))
  const failed = against(answers)
  // Offered only where it would go through: who is too young is too young for both.
  const other =
    failed.length > 0 && answers.kind === 'unemployment' && against({ ...answers, kind: 'jobSeeking' }).length === 0
  const toggle = (one: Declaration) => change(latest => ({ declarations: toggled(latest.declarations, one) }))
  return (
    <>
      <Heading text="看一遍，没错就交" />
      <View className="qh-sub qh-mt-1">交了还能改。</View>
      {failed.map(rule => (
        <View key={rule.id} className="qh-mt-3">
          <Notice kind="warning" icon="info">{`${rule.reason}。${rule.instead ?? ''}`}</Notice>
        </View>
      ))}
      {other && (
        <View className="qh-row">
          <Button label="改办求职登记" kind="text" onClick={() => change({ kind: 'jobSeeking' })} />
        </View>
      )}
      {readBack(answers).map(({ step, title, rows }) => (
        <View key={step} className="qh-mt-3">
          <Card className="qh-review__block">
            <View className="qh-row qh-row--between">
              <View className="qh-sub qh-strong">{title}</View>
              <Button label="修改" kind="text" small end spoken={`修改${title}`} onClick={() => form.go(step, true)} />
            </View>
            {rows.map(([name, value]) => (
              <KeyValue key={name} name={name} value={value} />
            ))}
          </Card>
        </View>
      ))}
      <View className="qh-mt-3">
        <Card>
          <Field path="declarations" label="承诺，用它代替交证明" error={errors.declarations}>
            <View className="qh-mt-1" {...aria({ role: 'group', label: '承诺' })}>
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
          </Field>
        </Card>
      </View>
    </>
  )
}
