import { View } from '@tarojs/components'
import type { Ticks } from '../../../cloud/checklistTicks'
import { aria } from '../../../components/aria'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Header } from '../../../components/Header'
import { Notice } from '../../../components/Notice'
import { Section } from '../../../components/Section'
import { headline, nextStep, stepNumbers, type Plan } from './plan'
import { Step } from './Step'

interface Props {
  plan: Plan
  ticks: Ticks
  /** 8月20日的规则. */
  rulesOf: string
  /** Whether the reader has answered anything. */
  answered: boolean
  /** The phone has no room for the ticks. */
  unsaved: boolean
  onTick: (what: keyof Ticks, id: string) => void
  onAsk: (fact: string) => void
  onPolicy: (id: string) => void
}

/** What to do after leaving school, in its order, and what to bring, each paper once. */
export function Checklist({ plan, ticks, rulesOf, answered, unsaved, onTick, onAsk, onPolicy }: Props) {
  const next = nextStep(plan, ticks)
  return (
    <>
      <Header
        lines={headline(plan, ticks)}
        sub={[
          answered ? '按你填的排的，办好一步勾一步。' : '你还没答过题，先列出多数人要办的。',
          `${rulesOf}，以窗口审核为准`,
        ]}
      />
      {unsaved && <Notice kind="warning">手机没地方存了，关掉启航勾就没了。</Notice>}
      <View className="qh-col qh-gap-2" {...aria({ role: 'group', label: '要办的事' })}>
        {plan.steps.map(step => (
          <Step
            key={step.id}
            step={step}
            done={ticks.steps.includes(step.id)}
            next={step.id === next?.id}
            onTick={() => onTick('steps', step.id)}
            onAsk={onAsk}
            onPolicy={onPolicy}
          />
        ))}
      </View>
      {plan.papers.length > 0 && (
        <Section title="要带的，一样备一份">
          <Card>
            {plan.papers.map(({ id, name, from, steps }) => (
              <ChoiceCard
                key={id}
                title={name}
                note={`${stepNumbers(steps)}要用。${from}`}
                on={ticks.papers.includes(id)}
                many
                bare
                onClick={() => onTick('papers', id)}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}
