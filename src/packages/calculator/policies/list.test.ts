import { RULES, TEXTS } from '../forTests'
import { listPolicies, untilWords } from './listing'
import { findPolicies, nearPolicies, type Filters } from './search'

const NONE: Filters = { payees: [], whens: [] }
const listOn = (day: string) => listPolicies(RULES, TEXTS, day)
const tagsOn = (day: string, id: string) =>
  listOn(day)
    .find(one => one.id === id)!
    .tags.map(({ label }) => label)
const ids = (query: string, filters = NONE, day = '2024-08-20') =>
  findPolicies(listOn(day), query, filters).map(({ policy }) => policy.id)

describe('the list of policies', () => {
  it('has what goes to the person first, what is over last', () => {
    expect(listOn('2024-08-20').map(({ id }) => id)).toEqual([
      'P10-benefit',
      'P4-insurance',
      'P1-hiring',
      'P2-old-hiring',
      'P11-grant',
    ])
  })
  it('says to whom it goes, how it stands on the day, and what nobody has confirmed', () => {
    expect(tagsOn('2024-08-20', 'P10-benefit')).toEqual(['发给你', '在办'])
    expect(tagsOn('2024-08-20', 'P1-hiring')).toEqual(['发给单位', '还没开始'])
    expect(tagsOn('2024-09-01', 'P1-hiring')).toEqual(['发给单位', '到2025年底', '待核实'])
    expect(tagsOn('2026-01-01', 'P1-hiring')).toEqual(['发给单位', '已到期'])
    expect(tagsOn('2023-08-31', 'P10-benefit')).toEqual(['发给你', '那天没收录'])
    expect(tagsOn('2024-08-20', 'P2-old-hiring')[1]).toBe('已合并')
    expect(tagsOn('2024-08-20', 'P11-grant')[1]).toBe('已停办')
  })
  it('names a last day as short as it can be', () => {
    expect(untilWords('2024-12-31', '2024-08-20')).toBe('到12月31日')
    expect(untilWords('2027-12-31', '2024-08-20')).toBe('到2027年底')
    expect(untilWords('2025-08-31', '2024-08-20')).toBe('到2025年8月31日')
  })
})

describe('searching it', () => {
  it('goes by the official name, the plain one, the line and the document', () => {
    expect(ids('失业保险金')).toEqual(['P10-benefit'])
    expect(ids('退一部分')).toEqual(['P4-insurance'])
    expect(ids('每人领一次')).toEqual(['P1-hiring'])
    expect(ids('109号')).toEqual(['P1-hiring'])
  })
  it('goes by what a policy asks for, and says so', () => {
    const [hit] = findPolicies(listOn('2024-08-20'), '自己辞', NONE)
    expect(hit).toMatchObject({ policy: { id: 'P10-benefit' }, because: '不是自己辞的' })
  })
  it('goes by the short form of a name, its letters in their order', () => {
    expect(ids('失业金')).toEqual(['P10-benefit', 'P11-grant'])
    expect(ids('金失业')).toEqual([])
    expect(ids('一次扩岗')).toEqual(['P1-hiring'])
  })
  it('goes by what has to be brought and what the counter wants to see, by its number and by what people call things', () => {
    expect(findPolicies(listOn('2024-08-20'), '没有正当理由', NONE)[0]).toMatchObject({ policy: { id: 'P10-benefit' } })
    expect(ids('p10')).toEqual(['P10-benefit'])
    expect(ids('辞职')).toEqual(ids('自己辞'))
    expect(findPolicies(listOn('2024-08-20'), '身份证', NONE)[0]).toMatchObject({ because: '身份证' })
  })
  it('on a day before its rules is neither said to come nor over', () => {
    expect(listOn('2023-08-31').find(({ id }) => id === 'P10-benefit')).toMatchObject({ when: 'unsaid' })
    expect(ids('', { payees: [], whens: ['soon'] }, '2023-08-31')).not.toContain('P10-benefit')
  })
  it('tells what may be meant by a word with a wrong letter, and nothing far from it', () => {
    const near = (query: string, filters = NONE) =>
      nearPolicies(listOn('2024-08-20'), query, filters).map(({ id }) => id)
    expect(near('失业保险今')[0]).toBe('P10-benefit')
    expect(near('失业保险今', { payees: ['employer'], whens: [] })).toEqual([])
    expect(near('火箭')).toEqual([])
    expect(near('😀😀😀')).toEqual([])
    expect(near('abc')).toEqual([])
  })
  it('wants every word, in any order, whatever stands between them', () => {
    expect(ids('补贴 社保')).toEqual(['P4-insurance'])
    expect(ids('社保，补贴')).toEqual(['P4-insurance'])
    expect(ids('社保 火箭')).toEqual([])
    expect(ids(' ２/３ ')).toEqual(['P4-insurance'])
  })
  it('is narrowed by filters of two kinds, widened by two of one kind', () => {
    expect(ids('', { payees: ['person'], whens: ['now'] })).toEqual(['P10-benefit', 'P4-insurance'])
    expect(ids('', { payees: [], whens: ['soon', 'over'] })).toEqual(['P1-hiring', 'P2-old-hiring', 'P11-grant'])
    expect(ids('', { payees: ['person', 'employer'], whens: [] })).toHaveLength(5)
  })
})
