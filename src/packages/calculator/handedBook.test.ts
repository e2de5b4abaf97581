import { policyBook } from '../../../data/policyBook'
import { policyFiles } from '../../../data/forTests'
import { RULES, TEXTS } from './forTests'
import { readHandedBook } from './handedBook'

type Json = Record<string, unknown>
const copy = () => JSON.parse(JSON.stringify({ rules: RULES, texts: TEXTS })) as { rules: Json; texts: Json }

/** The book with the value at a place taken away, or another one in its place. */
function changed(place: string, value?: unknown): { rules: unknown; texts: unknown } {
  const book = copy()
  const steps = place.split('.')
  const last = steps.pop()!
  const part = steps.reduce<Json>((at, step) => at[step] as Json, book)
  if (!(last in part) && value === undefined) throw new Error(`nothing at ${place}`)
  if (value === undefined) delete part[last]
  else part[last] = value
  return book
}

describe('a book from outside the package', () => {
  it('works where it is made as this program knows books', () => {
    expect(readHandedBook(copy()).rules.version).toBe(RULES.version)
  })
  it('is what the files in data come to', () => {
    const made = policyBook(policyFiles(), () => '0123456789abcdef')
    expect(readHandedBook(JSON.parse(JSON.stringify(made)) as typeof made).rules.version).toBe('0123456789ab')
  })
  it.each([
    ['texts.policies.P10-benefit.materials'],
    ['texts.policies.P10-benefit.channels'],
    ['texts.policies.P10-benefit.payer'],
    ['texts.policies.P10-benefit.sources.0.document'],
    ['texts.parameters.monthlyBenefit'],
    ['rules.parameters.0.unit'],
    ['rules.policies.0.versions.0.confidence'],
    ['rules.policies.0.payee'],
  ])('is nobody’s without its %s', place => {
    expect(() => readHandedBook(changed(place))).toThrow()
  })
  it.each([
    ['texts.policies.P10-benefit.sources', 'a text'],
    ['texts.policies.P10-benefit.clauses', {}],
    ['texts.policies.P10-benefit.amountNote', '每月 {nobodyKnows}'],
    ['texts.policies.P10-benefit.delivery', 'pigeon'],
    ['texts.facts.insuredMonths.question', null],
    ['rules.facts.0.from', 'none'],
    ['rules.policies.0.payee', 'school'],
    ['rules.policies.0.kind', 'gift'],
    ['rules.policies.0.versions.0.status', 'paused'],
    ['rules.policies.0.versions.0.share', 0.5],
    ['rules.steps.0.materials', ['nothing']],
  ])('is nobody’s where %s is %p: this program would not know what it means', (place, value) => {
    expect(() => readHandedBook(changed(place, value))).toThrow()
  })
})
