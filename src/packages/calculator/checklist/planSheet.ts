import type { Sheet } from '../asText'
import { stepNumbers, type Plan, type PlanStep } from './plan'
import type { Ticks } from '../../../cloud/checklistTicks'

const PLAN_TITLE = '毕业以后要办的事'
/** Said below what leaves the phone. */
const PLAN_FOOT = '办多久、带什么，以窗口说的为准，先打 12333 问。全程不收费，也不会要验证码。'

/** What one does, where, how long and with what; no more of the person than that. */
function linesOf({ what, where, timeLimit, after, papers }: PlanStep): string[] {
  return [
    what,
    `去哪儿：${where}`,
    ...(timeLimit ? [`多久：${timeLimit.text}${timeLimit.confidence === 'unsure' ? '（待核实）' : ''}`] : []),
    ...(papers.length > 0 ? [`带：${papers.join('、')}`] : []),
    ...(after.length > 0 ? [`先办好${stepNumbers(after)}`] : []),
  ]
}

const stepTitle = ({ no, title, maybe }: PlanStep, done: boolean): string =>
  `${no}. ${title}${done ? '（办好了）' : maybe ? '（看情况）' : ''}`

/** What goes along: each step, then each paper once; what is ticked off says so. */
export const planSheet = ({ steps, papers }: Plan, ticks: Ticks, rulesOf: string): Sheet => ({
  title: PLAN_TITLE,
  sub: `${rulesOf}，以窗口审核为准`,
  blocks: [
    ...steps.map(step => ({ title: stepTitle(step, ticks.steps.includes(step.id)), lines: linesOf(step) })),
    ...(papers.length > 0
      ? [
          {
            title: '要带的，一样备一份',
            lines: papers.map(
              ({ id, name, from, steps: wanted }) =>
                `${name}${ticks.papers.includes(id) ? '（备好了）' : ''}：${stepNumbers(wanted)}要用。${from}`,
            ),
          },
        ]
      : []),
  ],
  foot: PLAN_FOOT,
})
