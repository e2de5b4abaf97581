import { TEXTS } from '../forTests'
import { planBlocks, planText } from './asText'
import { planOf } from './plan'

const plan = planOf(
  [
    { id: 'moveFile', state: 'due', after: [], materials: ['idCard'], missing: [] },
    { id: 'claimBenefit', state: 'maybe', after: ['moveFile'], materials: ['idCard'], missing: [] },
  ],
  TEXTS,
)
const ticks = { steps: ['moveFile'], papers: ['idCard'] }

test('the checklist as text says each step, where, how long and with what, and what is done', () => {
  const text = planText(plan, ticks, '8月20日的规则')
  expect(text).toContain(
    '1. 转档案（办好了）\n让学校把档案寄过去\n去哪儿：毕业学校\n带：身份证\n\n2. 申领失业保险金（看情况）',
  )
  expect(text).toContain('多久：登记后再领\n带：身份证\n先办好第 1 步\n\n要带的\n[备好了] 身份证（第 1、2 步）：自己有')
  expect(text).toContain('12333')
})

test('the picture of it has a card a step, and the papers once', () => {
  expect(planBlocks(plan, ticks).map(({ title }) => title)).toEqual([
    '1. 转档案（办好了）',
    '2. 申领失业保险金（看情况）',
    '要带的',
  ])
  expect(planBlocks(plan, ticks).at(-1)!.lines).toEqual(['身份证：第 1、2 步要用，备好了'])
})
