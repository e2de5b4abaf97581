import { loadRules } from '../../domain/policy'
import { leftToAsk, makeNext } from './asking'
import { RULES, TEXTS } from './forTests'

const book = { rules: RULES, texts: TEXTS, calculator: loadRules(RULES) }

describe('the next question', () => {
  it('of policies somebody has sent is one that decides those', () => {
    const next = makeNext(book, '2024-08-20', ['P1'])
    expect(next({})).toBe('employment')
    // the rest follows once they are decided
    expect(['leftWork', 'hasFile', 'insuredMonths']).toContain(next({ employment: 'none' }))
  })
  it('is none where nothing is left to decide', () => {
    const next = makeNext(book, '2024-08-20')
    expect(next({ employment: 'none', leftWork: null, hasFile: null, insuredMonths: null })).toBeUndefined()
  })
})

describe('a question that is asked of some alone', () => {
  const facts = RULES.facts.map(fact =>
    fact.id === 'leftWork' ? { ...fact, onlyIf: { fact: 'employment', is: 'none' }, otherwise: 'never' } : fact,
  )
  const rules = { ...RULES, facts }
  const next = makeNext({ ...book, rules, calculator: loadRules(rules) }, '2024-08-20')
  it('comes once they are known to be of them', () => {
    expect(next({ insuredMonths: 14, hasFile: false })).toBe('employment')
    expect(next({ insuredMonths: 14, hasFile: false, employment: 'none' })).toBe('leftWork')
  })
  it('doesn’t come where they don’t know whether they are', () => {
    expect(next({ insuredMonths: 14, hasFile: false, employment: null })).toBeUndefined()
  })
})

describe('about how many questions are left', () => {
  const next = makeNext(book, '2024-08-20')
  const left = (answers: Parameters<typeof next>[0]) => leftToAsk(book, '2024-08-20', next, answers)
  it('is as many as somebody is asked who has nothing out of the ordinary to tell', () => {
    expect(left({})).toBe(4)
    expect(left({ leftWork: 'never' })).toBeLessThan(4)
  })
  it('is none once nothing is asked any more', () => {
    expect(left({ employment: 'none', leftWork: null, hasFile: null, insuredMonths: null })).toBe(0)
  })
})
