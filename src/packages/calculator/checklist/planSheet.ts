import type { Ticks } from '../../../cloud/checklistTicks'
import type { Sheet } from '../asText'
import { orderWords, wantedWords, type Plan, type PlanStep } from './plan'

/** What one does, where, how long and with what; no more of the person than that. */
function linesOf(step: PlanStep, order: string | undefined): string[] {
  const { what, where, timeLimit, papers } = step
  return [
    what,
    `去哪儿：${where}`,
    ...(timeLimit ? [`多久：${timeLimit.text}${timeLimit.confidence === 'unsure' ? '（待核实）' : ''}`] : []),
    ...(papers.length > 0 ? [`带：${papers.join('、')}`] : []),
    ...(order ? [`先后：${order}`] : []),
  ]
}

/** What goes along: each step, each paper once, what may be to do; what is ticked off says so. */
export const planSheet = ({ steps, papers, perhaps }: Plan, ticks: Ticks, rulesOf: string): Sheet => ({
  title: '毕业以后要办的事',
  sub: `${rulesOf}，以窗口审核为准`,
  blocks: [
    ...steps.map(step => ({
      title: `${step.no}. ${step.title}${ticks.steps.includes(step.id) ? '（办好了）' : ''}`,
      lines: linesOf(step, orderWords(step, { steps }, ticks)),
    })),
    ...(papers.length > 0
      ? [
          {
            title: '要带的，一样备一份',
            lines: papers.map(
              paper =>
                `${paper.name}${ticks.papers.includes(paper.id) ? '（备好了）' : ''}：${wantedWords(paper, { steps })}。${paper.from}`,
            ),
          },
        ]
      : []),
    ...(perhaps.length > 0
      ? [{ title: '看情况，不一定要办', lines: perhaps.map(({ title, where }) => `${title}：${where}`) }]
      : []),
  ],
  foot: '办多久、带什么，以窗口说的为准，先打 12333 问。全程不收费，也不会要验证码。',
})
