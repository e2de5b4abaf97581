import type { OwnEntry } from '../../contract/graduate'
import { greeting, nextThing, stateWords } from './words'

type Registration = OwnEntry['registrations'][number]
const filed: Registration = {
  kind: 'unemployment',
  basis: 'residence',
  district: 'chaoyang',
  status: 'filed',
  filedAt: '2024-08-20T01:41:00.000Z',
}

describe('a registration in words', () => {
  it('on its way asks nothing of the person', () => {
    expect(stateWords(filed)).toBe('受理中，8月20日交的，现在不用你做什么')
  })
  it('in force says since when', () => {
    expect(stateWords({ ...filed, status: 'active', effectiveFrom: '2024-08-22' })).toBe('有效，8月22日起算')
  })
  it('was filed on the day it is in Beijing', () => {
    expect(stateWords({ ...filed, filedAt: '2024-08-20T16:30:00.000Z' })).toContain('8月21日')
  })
})

describe('what comes next', () => {
  it('says who calls, and by when', () => {
    const next = nextThing({ contactState: 'none', nextDue: '2024-08-23' }, '朝阳区', '2024-08-20')
    expect(next).toMatchObject({ title: '朝阳区给你打电话', left: '还有 3 天' })
    expect(next.text).toContain('8月23日 周五前')
  })
  it('promises no day that the ledger does not hold', () => {
    const next = nextThing({ contactState: 'none' }, '朝阳区', '2024-08-20')
    expect(next.left).toBeUndefined()
    expect(next.text).not.toMatch(/\d月/)
  })
  it('owns up to a day that has passed, and says whom to call', () => {
    expect(nextThing({ contactState: 'none', nextDue: '2024-08-19' }, '朝阳区', '2024-08-20').text).toMatch(
      /8月19日.*12333/,
    )
  })
  it('asks for the number where nobody could be reached', () => {
    expect(nextThing({ contactState: 'unreachable' }, '朝阳区', '2024-08-20').title).toContain('号码')
  })
})

it.each([
  ['2024-08-20 09:41', '上午好'],
  ['2024-08-20 12:00', '中午好'],
  ['2024-08-20 17:59', '下午好'],
  ['2024-08-20 23:10', '晚上好'],
  ['2024-08-20 02:10', '夜里好'],
])('at %s one says %s', (at, said) => {
  expect(greeting(at)).toBe(said)
})
