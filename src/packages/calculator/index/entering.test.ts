import type { FactRule, RuleBook } from '../../../domain/policy'
import { enteredOf, take, toggledIn } from './entering'

const fact = (rule: Partial<FactRule>): FactRule => ({ id: 'it', type: 'boolean', ...rule })
const taken = (rule: Partial<FactRule>, entered: Parameters<typeof take>[1]) =>
  take(fact(rule), entered, { facts: [fact(rule)] } as unknown as RuleBook)
const months = { type: 'count', unit: 'months', from: 0, to: 600 } as const

describe('an answer as it is entered', () => {
  it('may always be 不知道', () => {
    for (const type of ['boolean', 'date', 'count', 'money', 'choice', 'set'] as const)
      expect(taken({ type }, { chosen: null })).toEqual({ value: null })
  })
  it('has to be given before one goes on, and it is said that 不知道 is one', () => {
    for (const type of ['boolean', 'date', 'count', 'money', 'choice', 'set'] as const)
      expect(taken({ type }, {})).toEqual({ problem: expect.stringContaining('不知道也行') })
    expect(taken({ type: 'set', options: ['a'] }, { chosen: [] })).toHaveProperty('problem')
  })
  it('is a number as people write it, money in 元', () => {
    expect(taken(months, { typed: ' １２ ' })).toEqual({ value: 12 })
    expect(taken({ type: 'money', from: 0, to: 10_000_000 }, { typed: '1,364.2元' })).toEqual({ value: 136_420 })
    expect(taken({ type: 'money', from: 0, to: 10_000_000 }, { typed: '0' })).toEqual({ value: 0 })
  })
  it.each([
    ['一年', '只写数字，比如 12；不知道也行'],
    ['12个月', '只写数字，比如 12；不知道也行'],
    ['1.5', '写整数，比如 12；不知道也行'],
    ['-3', '写 0 到 600 之间的数'],
    ['9999999', '写 0 到 600 之间的数'],
  ])('that can’t be taken is asked again, with what is wrong about it: %s', (typed, problem) => {
    expect(taken(months, { typed })).toEqual({ problem })
  })
  it('of money goes down to 分 and no further', () => {
    const money = { type: 'money', from: 0, to: 10_000_000 } as const
    expect(taken(money, { typed: '1364.205' })).toEqual({ problem: '小数点后最多写两位；不知道也行' })
    expect(taken(money, { typed: '99999999999' })).toEqual({ problem: '写 0 到 100000 之间的数' })
    expect(taken(money, { typed: '-1' })).toEqual({ problem: '写 0 到 100000 之间的数' })
  })
  it('out of its range says the range, in the unit one types', () => {
    expect(taken(months, { typed: '999' })).toEqual({ problem: '写 0 到 600 之间的数' })
    expect(taken({ type: 'money', from: 0, to: 10_000_000 }, { typed: '999999' })).toEqual({
      problem: '写 0 到 100000 之间的数',
    })
  })
  it('that was given stands there again as it was written', () => {
    expect(enteredOf(fact({ type: 'money' }), 136_420)).toEqual({ typed: '1364.2' })
    expect(enteredOf(fact({ type: 'count' }), null)).toEqual({ chosen: null })
    expect(enteredOf(fact({ type: 'count' }), undefined)).toEqual({})
  })
  it('of several keeps 都没有 alone', () => {
    expect(toggledIn(['a'], 'none')).toEqual(['none'])
    expect(toggledIn(['none'], 'a')).toEqual(['a'])
    expect(toggledIn(['a', 'b'], 'a')).toEqual(['b'])
    expect(toggledIn(null, 'a')).toEqual(['a'])
  })
})
