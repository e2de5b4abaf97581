import { RULES, TEXTS } from './forTests'
import { readBook } from './readBook'

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

describe('rules and texts that were handed out', () => {
  it('are a book where the pages find all they read', () => {
    expect(readBook({ rules: RULES, texts: TEXTS }).calculator.on('2024-08-20').evaluate({}).version).toBe(
      RULES.version,
    )
  })
  it('are refused where the rules are broken', () => {
    const rules = { ...RULES, derived: [] }
    expect(() => readBook({ rules, texts: TEXTS })).toThrow(/insuredYears|lostWork/)
  })
  it.each([undefined, null, 'text', [], { version: 'x' }])('are refused where %p came instead of rules', rules => {
    expect(() => readBook({ rules, texts: TEXTS })).toThrow()
  })
  it('are refused where the texts are of other rules, or one is missing', () => {
    expect(() => readBook({ rules: RULES, texts: { ...TEXTS, version: 'other' } })).toThrow('version')
    const texts = copy(TEXTS) as { policies: Record<string, { conditions: Record<string, unknown> }> }
    delete texts.policies['P10-benefit']!.conditions.insuredAYear
    expect(() => readBook({ rules: RULES, texts })).toThrow('policies.P10-benefit.insuredAYear')
    expect(() => readBook({ rules: RULES, texts: undefined })).toThrow()
  })
})
