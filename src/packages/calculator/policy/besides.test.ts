import { RULES, TEXTS } from '../forTests'
import { besides } from './besides'

test('what can’t be had together is said on both sides, though the rule stands on one', () => {
  const text = '同一个人只能用一次'
  expect(besides(RULES, TEXTS, 'P1-hiring')).toEqual([{ id: 'P4-insurance', official: '灵活就业社保补贴', text }])
  expect(besides(RULES, TEXTS, 'P4-insurance')).toEqual([{ id: 'P1-hiring', official: '一次性扩岗补助', text }])
  expect(besides(RULES, TEXTS, 'P10-benefit')).toEqual([])
})
