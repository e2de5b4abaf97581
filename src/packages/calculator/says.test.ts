import { loadRules, sayText, type Answers } from '../../domain/policy'
import { RULES, TEXTS } from './forTests'
import { oneStepAway } from './oneStep'
import { resultSays } from './resultSays'
import { countsOf, goesTo, lookAt, sectionOf, type SectionKey } from './says'

const calculator = loadRules(RULES)
const book = { rules: RULES, texts: TEXTS, calculator }
function told(answers: Answers, on = '2024-08-20', picked: string[] = []) {
  const rules = calculator.on(on)
  const evaluation = rules.evaluate(answers)
  const says = resultSays(
    {
      book,
      answers,
      evaluation,
      after: oneStepAway(rules, answers, evaluation),
      say: text => sayText(text, answers, TEXTS, rules),
    },
    picked,
  )
  const card = (id: string) => says.sections.flatMap(({ cards }) => cards).find(one => one.id === id)!
  const under = (key: SectionKey) => says.sections.find(section => section.key === key)?.cards.map(({ id }) => id) ?? []
  return { ...says, evaluation, card, under }
}
const INSURED = { insuredMonths: 14, leftWork: 'dismissed', hasFile: false, employment: 'none' } as const

describe('the result', () => {
  it('has every policy once, under what it comes to', () => {
    const { sections, under } = told(INSURED)
    expect(sections.flatMap(({ cards }) => cards)).toHaveLength(RULES.policies.length)
    expect(under('yes')).toEqual(['P10-benefit'])
    expect(under('announced')).toEqual(['P1-hiring'])
    expect(under('no')).toEqual(['P4-insurance'])
    expect(under('over')).toEqual(['P11-grant', 'P2-old-hiring'])
  })
  it('counts in its title what there is and what one step more may bring', () => {
    expect(told(INSURED).title).toEqual(['现在能享受 1 项'])
    expect(told({ ...INSURED, hasFile: null }).title).toEqual(['现在能享受 1 项，', '还要看 1 项'])
    expect(told({}).title).toEqual(['现在还没有能定的，', '还要看 2 项'])
    expect(told({ insuredMonths: 0, leftWork: 'resigned', hasFile: false }).title[0]).toContain('还没有能享受的')
  })
  it('never holds the word one would not want read over the shoulder in its title', () => {
    for (const answers of [{}, INSURED]) expect(told(answers).title.join('')).not.toContain('失业')
  })
  it('tells the amount line by line, how long, and adds up what is confirmed', () => {
    const { card, totals } = told(INSURED)
    expect(card('P10-benefit')).toMatchObject({
      beside: '每月 1000 元',
      lines: [{ label: '失业保险金', text: '每月 1000 元，3 个月，一共 3000 元' }],
    })
    // the line has it
    expect(card('P10-benefit')).not.toHaveProperty('months')
    expect(totals).toEqual([{ payee: 'person', fen: 300_000 }])
  })
  it('never adds what nobody has confirmed, and says so', () => {
    const { card, totals, leftOut } = told({ leftWork: 'never' })
    expect(card('P4-insurance')).toMatchObject({ verdict: 'yes', beside: '金额待核实' })
    expect(card('P4-insurance').lines[0]!.text).toContain('金额待核实')
    expect(totals).toEqual([])
    expect(leftOut).toEqual(['灵活就业社保补贴：金额待核实'])
  })
  it('says why not in the person’s own facts, and what would change it', () => {
    expect(told({ ...INSURED, insuredMonths: 7 }).card('P10-benefit')).toMatchObject({
      marks: [{ state: 'no', text: '要交满 1 年，你填的是 7 个月' }],
      change: '以后工作交满 1 年，就能领',
    })
  })
  it('says that nothing will change it, as soon as one condition never will', () => {
    const card = told({ insuredMonths: 7, leftWork: 'resigned' }).card('P10-benefit')
    // what else fails would only be held against them
    expect(card.marks).toEqual([{ state: 'no', text: '自己辞的领不了' }])
    expect(card).toMatchObject({ never: '这份工作的不会再变' })
    expect(card).not.toHaveProperty('change')
  })
  it('of several ways that all fail names each', () => {
    expect(
      told(INSURED)
        .card('P4-insurance')
        .marks.map(({ text }) => text),
    ).toEqual(['档案不在你这里', '上过班'])
  })
  it('asks for the answers that decide, and says who knows what the person doesn’t', () => {
    const card = told({ insuredMonths: 14 }).card('P10-benefit')
    expect(card.asks).toEqual([{ fact: 'leftWork', name: '上一份工作怎么没的' }])
    expect(card.marks).toEqual([{ state: 'unknown', text: '不是自己辞的' }])
    expect(told({ hasFile: null, leftWork: 'resigned' }).card('P4-insurance').asks).toEqual([
      { fact: 'hasFile', name: '档案在不在手里', unknownTo: '问学校' },
    ])
  })
  it('says of what is announced that it isn’t open, and what it would be', () => {
    expect(told({ employment: 'employed' }).card('P1-hiring').note).toMatch(/北京的文件还没出来.*开始办了就有/)
    const refused = told({ employment: 'none' }).card('P1-hiring')
    expect(refused.note).toContain('还不行')
    expect(refused.marks).toEqual([{ state: 'no', text: '还没有单位招你，你填的是没有工作' }])
  })
  it('says of what has ended or gone into another what became of it', () => {
    const { card } = told({})
    expect(card('P11-grant').note).toBe('只办到 2021 年，不再收新的。')
    expect(card('P2-old-hiring').note).toContain('并到一次性扩岗补助')
  })
  it('of a day before the kept rules says that nobody knows, not that it is over', () => {
    const { sections, title } = told({}, '1900-01-01')
    expect(sections.map(({ key }) => key)).toEqual(['unkept'])
    expect(title).toEqual(['这一天怎么办，', '这里没有核实'])
  })
  it('by another day uses that day’s rules', () => {
    const { card, under } = told({ employment: 'employed', hardships: ['minimumLiving'] }, '2024-10-01')
    expect(under('yes')).toContain('P1-hiring')
    expect(card('P1-hiring').payee).toBe('employer')
  })
  it('says what excludes what, and why', () => {
    const { card } = told({ employment: 'employed', hardships: ['minimumLiving'], leftWork: 'never' }, '2024-10-01')
    expect(card('P4-insurance').excludes).toEqual(['和“一次性扩岗补助”只能选一样：同一个人只能用一次'])
    expect(card('P1-hiring').excludes[0]).toContain('灵活就业社保补贴')
  })
  it('has what somebody has sent first, and once', () => {
    const { sections, under } = told(INSURED, '2024-08-20', ['P4-insurance'])
    expect(sections[0]).toMatchObject({ key: 'picked', title: '发来的 1 项' })
    expect(under('no')).toEqual([])
  })
})

describe('to whom it goes', () => {
  it('is not said of what the person can’t have', () => {
    expect(goesTo({ payee: 'person', kind: 'cash', verdict: 'no' })).toBeUndefined()
    expect(goesTo({ payee: 'person', kind: 'cash', verdict: 'unknown' })).toBe('发给你')
    expect(goesTo({ payee: 'person', kind: 'cash', verdict: 'no', step: 'register' })).toBe('发给你')
    expect(goesTo({ payee: 'employer', kind: 'relief', verdict: 'no' })).toBe('给单位减')
  })
})

describe('the counts below a question', () => {
  it('are those of the result; what isn’t open stands in none', () => {
    const { evaluation } = told(INSURED)
    expect(countsOf(evaluation, new Map())).toEqual({ yes: 1, unknown: 0, no: 1 })
    expect(sectionOf({ status: 'announced', verdict: 'unknown' })).toBe('announced')
  })
})

it('a question names the policies that look at it, through what follows from it too', () => {
  expect(lookAt(book, 'insuredMonths', '2024-08-20')).toEqual(['失业保险金'])
  expect(lookAt(book, 'hardships', '2024-08-20')).toEqual([])
  expect(lookAt(book, 'hardships', '2024-09-01')).toEqual(['一次性扩岗补助'])
})
