import type { PictureBlock } from '../pagePicture'
import { stepNumbers, type Plan, type PlanStep } from './plan'
import type { Ticks } from '../../../cloud/checklistTicks'

export const PLAN_TITLE = '毕业以后要办的事'
/** Said below what leaves the phone. */
export const PLAN_FOOT = '办多久、带什么，以窗口说的为准，先打 12333 问。全程不收费，也不会要验证码。'

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

/** The checklist as plain text, for a file. */
export function planText({ steps, papers }: Plan, ticks: Ticks, rulesOf: string): string {
  return [
    PLAN_TITLE,
    rulesOf,
    ...steps.flatMap(step => ['', stepTitle(step, ticks.steps.includes(step.id)), ...linesOf(step)]),
    '',
    '要带的',
    ...papers.map(
      ({ id, name, from, steps: wanted }) =>
        `${ticks.papers.includes(id) ? '[备好了]' : '[ ]'} ${name}（${stepNumbers(wanted)}）：${from}`,
    ),
    '',
    PLAN_FOOT,
    '',
  ].join('\n')
}

/** The checklist as cards of a picture. */
export const planBlocks = ({ steps, papers }: Plan, ticks: Ticks): PictureBlock[] => [
  ...steps.map(step => ({ title: stepTitle(step, ticks.steps.includes(step.id)), lines: linesOf(step) })),
  ...(papers.length > 0
    ? [
        {
          title: '要带的',
          lines: papers.map(
            ({ id, name, steps: wanted }) =>
              `${name}：${stepNumbers(wanted)}要用${ticks.papers.includes(id) ? '，备好了' : ''}`,
          ),
        },
      ]
    : []),
]
