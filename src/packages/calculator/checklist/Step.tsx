import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { KeyValue } from '../../../components/KeyValue'
import { Tag } from '../../../components/Tag'
import { stepNumbers, type PlanStep } from './plan'

interface Props {
  step: PlanStep
  done: boolean
  /** The step to take now. */
  next: boolean
  onTick: () => void
  onAsk: (fact: string) => void
  /** Opens the policy it claims. */
  onPolicy: (id: string) => void
}

/** Why it stands where it stands. */
function orderWords({ after, before }: PlanStep): string | undefined {
  const waits = after.length > 0 ? `先办好${stepNumbers(after)}` : ''
  const awaited = before.length > 0 ? `${stepNumbers(before)}等着它` : ''
  return [waits, awaited].filter(Boolean).join('；') || undefined
}

/** One thing to do: what, where, how long, with what; ticked off in one tap. */
export function Step({ step, done, next, onTick, onAsk, onPolicy }: Props) {
  const { no, title, what, where, timeLimit, maybe, papers, policy, asks } = step
  const order = orderWords(step)
  return (
    <Card kind={next ? 'due' : 'plain'} className="qh-step">
      {(next || (maybe && !done)) && (
        <View className="qh-row qh-row--wrap qh-gap-2">
          {next && <Text className="qh-note qh-strong qh-ca">先办这步</Text>}
          {maybe && !done && <Tag label="看情况，不一定要办" icon="info" />}
        </View>
      )}
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
          {maybe &&
            asks.map(({ fact, name }) => (
              <View key={fact} className="qh-row">
                <Button
                  label={`说一下：${name}`}
                  spoken={`说一下${name}，看${title}要不要办`}
                  kind="text"
                  small
                  onClick={() => onAsk(fact)}
                />
              </View>
            ))}
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
