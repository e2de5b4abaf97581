import { View } from '@tarojs/components'
import type { Ticks } from '../../../cloud/checklistTicks'
import { aria } from '../../../components/aria'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Header } from '../../../components/Header'
import { Notice } from '../../../components/Notice'
import { Section } from '../../../components/Section'
import { MayBe } from './MayBe'
import { headline, nextStep, orderWords, wantedWords, type Plan, type PlanStep } from './plan'
import { Step } from './Step'

interface Props {
  plan: Plan
  ticks: Ticks
  /** 8月20日的规则. */
  rulesOf: string
  /** The phone has no room for the ticks. */
  unsaved: boolean
  onTick: (what: keyof Ticks, id: string) => void
  onAsk: (fact: string) => void
  onPolicy: (id: string) => void
  onOpen: (where: NonNullable<PlanStep['opens']>) => void
}

/** What to do after leaving school, in its order, what to bring, each paper once, and what may be to do. */
export function Checklist({ plan, ticks, rulesOf, unsaved, onTick, onAsk, onPolicy, onOpen }: Props) {
  const { steps, papers, perhaps } = plan
  const next = nextStep(plan, ticks)
  const about = steps.length > 0 ? '按你填的排的，办好一步勾一步。' : '档案、户口、社保、补贴，按你的情况排成一张单子。'
  return (
    <>
      <Header lines={headline(plan, ticks)} sub={[about, `${rulesOf}，以窗口审核为准`]} />
      {unsaved && <Notice kind="warning">手机没地方存了，关掉启航勾就没了。</Notice>}
      {steps.length > 0 && (
        <View className="qh-col qh-gap-2" {...aria({ role: 'group', label: '要办的事' })}>
          {steps.map(step => (
            <Step
              key={step.id}
              step={step}
              order={orderWords(step, plan, ticks)}
              done={ticks.steps.includes(step.id)}
              next={step.id === next?.id}
              onTick={() => onTick('steps', step.id)}
              onPolicy={onPolicy}
              onOpen={onOpen}
            />
          ))}
        </View>
      )}
      {papers.length > 0 && (
        <Section title="要带的，一样备一份">
          <Card>
            {papers.map(paper => (
              <ChoiceCard
                key={paper.id}
                title={paper.name}
                note={`${wantedWords(paper, plan)}。${paper.from}`}
                on={ticks.papers.includes(paper.id)}
                many
                bare
                onClick={() => onTick('papers', paper.id)}
              />
            ))}
          </Card>
        </Section>
      )}
      {perhaps.length > 0 && <MayBe plan={plan} onAsk={onAsk} />}
    </>
  )
}
