import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { KeyValue } from '../../../components/KeyValue'
import type { PlanStep } from './plan'

interface Props {
  step: PlanStep
  /** Why it stands where it stands. */
  order: string | undefined
  done: boolean
  /** The step to take now. */
  next: boolean
  onTick: () => void
  /** Opens the policy it claims. */
  onPolicy: (id: string) => void
  /** Goes where in the program it is done. */
  onOpen: (where: NonNullable<PlanStep['opens']>) => void
}

const OPENS = { register: '去登记', employerCard: '发给单位看' } as const

/** One thing to do: what, where, how long, with what; ticked off in one tap. */
export function Step({ step, order, done, next, onTick, onPolicy, onOpen }: Props) {
  const { no, title, what, where, timeLimit, papers, policy, opens } = step
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
          {(opens ?? policy) && (
            <View className="qh-row qh-row--wrap qh-gap-4 qh-noprint">
              {opens && (
                <Button
                  label={OPENS[opens]}
                  kind="text"
                  small
                  spoken={`${OPENS[opens]}，第 ${no} 步`}
                  onClick={() => onOpen(opens)}
                />
              )}
              {policy && (
                <Button
                  label="看这条政策"
                  kind="text"
                  small
                  spoken={`看这条政策：${policy.official}`}
                  onClick={() => onPolicy(policy.id)}
                />
              )}
            </View>
          )}
        </>
      )}
    </Card>
  )
}
