import type { PolicyVersion } from '../../../domain/policy'
import { RULES, TEXTS } from '../forTests'
import { parametersInForce } from './parameters'

const of = (policy: string): PolicyVersion => RULES.policies.find(({ id }) => id === policy)!.versions.at(-1)!

describe('the constants an amount is made of', () => {
  it('are those in force on the day, each tier with from when it counts', () => {
    expect(parametersInForce(RULES, TEXTS, of('P10-benefit'), '2024-08-20')).toMatchObject([
      {
        name: '每月领多少',
        values: ['满 1 个月不到 5 个月：1000 元', '满 5 个月：1200 元'],
        confidence: 'known',
        period: '2023年9月1日到2025年8月31日',
      },
    ])
  })
  it('say so where nobody here knows them yet', () => {
    expect(parametersInForce(RULES, TEXTS, of('P10-benefit'), '2025-09-01')).toMatchObject([
      { values: ['这个数还没核实'], confidence: 'unsure', period: '2025年9月1日起' },
    ])
  })
  it('are none before the first was in force', () => {
    expect(parametersInForce(RULES, TEXTS, of('P10-benefit'), '2023-08-31')).toEqual([])
  })
})
