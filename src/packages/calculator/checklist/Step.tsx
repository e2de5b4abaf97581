import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { KeyValue } from '../../../components/KeyValue'
import { orderWords, type PlanStep } from './plan'

interface Props {
  step: PlanStep
  done: boolean
  /** The step to take now. */
  next: boolean
  onTick: () => void
  /** Opens the policy it claims. */
  onPolicy: (id: string) => void
}

/** One thing to do: what, where, how long, with what; ticked off in one tap. */
export function Step({ step, done, next, onTick, onPolicy }: Props) {
  const { no, title, what, where, timeLimit, papers, policy } = step
  const order = orderWords(step)
  return (
    <Card kind={next ? 'due' : 'plain'} className="qh-step">
      {next && <Text className="qh-note qh-strong qh-ca qh-step__next">先办这步</Text>}
      <ChoiceCard title={`${no}. ${title}`} note={done ? '办好了' : undefined} on={done} many bare onClick={onTick} />
      {!done && (
        <>
          <View className="qh-sub qh-c1">{what}</View>
          <View className="qh-mt-1">
            <KeyValue name="去哪儿" value={where} />
            {timeLimit && (
              <KeyValue
                name="多久"
                value={timeLimit.confidence === 'unsure' ? `${timeLimit.text}（待核实）` : timeLimit.text}
              />
            )}
            {papers.length > 0 && <KeyValue name="带什么" value={papers.join('、')} />}
            {order && <KeyValue name="先后" value={order} />}
          </View>
          {policy && (
            <View className="qh-row">
              <Button label={`看${policy.official}`} kind="text" small onClick={() => onPolicy(policy.id)} />
            </View>
          )}
        </>
      )}
    </Card>
  )
}
