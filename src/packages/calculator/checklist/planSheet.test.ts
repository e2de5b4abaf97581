import { NO_TICKS, type Ticks } from '../../../cloud/checklistTicks'
import { sheetText } from '../asText'
import { TEXTS } from '../forTests'
import { planOf } from './plan'
import { planSheet } from './planSheet'

const plan = planOf(
  [
    { id: 'moveFile', state: 'due', after: [], materials: ['idCard'], missing: [] },
    { id: 'claimBenefit', state: 'due', after: ['moveFile'], materials: ['idCard'], missing: [] },
  ],
  TEXTS,
  {},
)

const goesAlong = (ticks: Ticks) => sheetText(planSheet(plan, ticks, '8月20日的规则'))

test('the checklist goes along with each step, where, how long and with what, each paper once, and what is done', () => {
  const text = goesAlong({ steps: ['moveFile'], papers: ['idCard'] })
  expect(text).toContain(
    '【1. 转档案（办好了）】\n让学校把档案寄过去\n去哪儿：毕业学校\n带：身份证\n先后：第 2 步等着它\n',
  )
  expect(text).toContain('多久：登记后再领\n带：身份证\n\n')
  expect(goesAlong(NO_TICKS)).toContain('先后：先办好第 1 步')
  expect(text).toContain('身份证（备好了）：每一步都要用。自己有')
})

test('what may not be theirs goes along as that', () => {
  const open = planOf([{ id: 'moveFile', state: 'maybe', after: [], materials: [], missing: ['hasFile'] }], TEXTS, {})
  expect(sheetText(planSheet(open, { steps: [], papers: [] }, '8月20日的规则'))).toContain(
    '【看情况，不一定要办】\n转档案：毕业学校\n',
  )
})
