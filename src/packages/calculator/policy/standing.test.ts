import { standingOn } from '../../../domain/policy'
import { RULES, TEXTS } from '../forTests'
import { standingWords, validityWords } from './standing'

const rule = (id: string) => RULES.policies.find(one => one.id === id)!
const words = (id: string, day: string) => standingWords(standingOn(rule(id), day), TEXTS.policies[id]!)

describe('how a policy stands', () => {
  it('needs no word while it can be had', () => {
    expect(words('P10-benefit', '2024-08-20')).toBeUndefined()
  })
  it('is said in the policy’s own words where it can’t be had', () => {
    expect(words('P1-hiring', '2024-08-20')).toBe('北京的文件还没出来，出来了才能办。')
    expect(words('P2-old-hiring', '2024-08-20')).toContain('并到')
    expect(words('P11-grant', '2024-08-20')).toContain('不再收')
  })
  it('is said by its days where no rule is in force', () => {
    expect(words('P10-benefit', '2023-08-31')).toBe(
      '这里只收了2023年9月1日起的规则。这一天怎么办没有核实，打 12333 问。',
    )
    expect(words('P1-hiring', '2026-01-01')).toContain('这条到2025年12月31日为止')
  })
  it('names its first and last day, and what comes then', () => {
    expect(validityWords(rule('P10-benefit'), '2024-08-20')).toEqual([
      ['收录', '2023年9月1日起'],
      ['到', '没写哪天为止'],
    ])
    expect(validityWords(rule('P1-hiring'), '2024-08-20')).toEqual([
      ['说要办', '2024年7月1日起'],
      ['到', '2024年8月31日'],
      ['以后', '2024年9月1日起能办'],
    ])
    expect(validityWords(rule('P1-hiring'), '2026-01-01')).toEqual([])
    expect(validityWords(rule('P11-grant'), '2024-08-20')).toEqual([['停办', '2020年1月1日起']])
  })
})
