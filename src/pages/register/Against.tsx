import { View } from '@tarojs/components'
import { campaignFor } from '../../cloud/data'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import type { Answers } from './answers'
import { newRequestId } from './file'
import { failedRules } from './foresee'
import type { Today } from './problems'

interface Props {
  answers: Answers
  today: Today
  /** Files the other kind instead. */
  onOther: () => void
}

/** What speaks against the registration, and what else one can do: before one has typed it all in vain. */
export function Against({ answers, today, onOther }: Props) {
  const campaign = campaignFor(today.day)
  const against = (given: Answers) => failedRules(given, today.day, campaign, newRequestId(today.instant))
  const failed = against(answers)
  // Offered only where it would go through: who is too young is too young for both.
  const other =
    failed.length > 0 && answers.kind === 'unemployment' && against({ ...answers, kind: 'jobSeeking' }).length === 0
  return (
    <>
      {failed.map(rule => (
        <View key={rule.id} className="qh-mt-3">
          <Notice kind="warning" icon="info">{`${rule.reason}。${rule.instead ?? ''}`}</Notice>
        </View>
      ))}
      {other && (
        <View className="qh-row">
          <Button label="改办求职登记" kind="text" onClick={onOther} />
        </View>
      )}
    </>
  )
}
