import fc from 'fast-check'
import {
  explain,
  loadRules,
  type Answers,
  type FactRule,
  type Literal,
  type PolicyResult,
  type RuleBook,
} from '../src/domain/policy'
import { addDays, daysBetween } from '../src/domain/time'
import { policyFiles } from './forTests'
import { rulesOf } from './policyBook'

/* What holds for whoever asks, of the policies as they are. */

const book: RuleBook = { version: '', ...rulesOf(policyFiles()) }
const calculator = loadRules(book)

const between = (from: string, to: string) =>
  fc.integer({ min: 0, max: daysBetween(from, to) }).map(n => addDays(from, n))
/** Days on which something begins or ends, those beside them, and some in between. */
const today = fc.oneof(
  fc.constantFrom(
    ...new Set(
      [...book.policies, ...book.parameters]
        .flatMap(({ versions }) => versions.flatMap(({ from, to }) => [addDays(from, -1), from, to ?? from]))
        .filter(day => day > '2023-06-01'),
    ),
  ),
  fc.constantFrom('2024-08-20', '2024-12-31', '2025-02-28', '2026-07-01'),
)

function answerTo({ id, type, options = [], from = 0, to = 5_000_000 }: FactRule): fc.Arbitrary<Literal> {
  switch (type) {
    case 'boolean':
      return fc.boolean()
    case 'date':
      return id === 'bornOn' ? between('1990-01-01', '2010-12-31') : between('2021-01-01', '2026-12-31')
    case 'count':
    case 'money':
      return fc.oneof(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: Math.min(to, from + 60) }))
    case 'choice':
      return fc.constantFrom(...options)
    case 'set':
      return fc.subarray(options.filter(option => option !== 'none'))
  }
}

const anything = fc.record(Object.fromEntries(book.facts.map(fact => [fact.id, answerTo(fact)])))

/** What somebody would say who is asked everything there is to ask them. */
function truthOf(answers: Readonly<Record<string, Literal>>, on: string): Record<string, Literal> {
  const truth: Record<string, Literal> = {}
  for (const { id } of book.facts) if (calculator.on(on).isAsked(id, truth) !== 'no') truth[id] = answers[id]!
  return truth
}

const without = (answers: Answers, hidden: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.includes(id)))
const ids = book.facts.map(({ id }) => id)
const hidden = fc.subarray(ids)
const verdictOf = ({ verdict, ifOpened }: PolicyResult) => ifOpened ?? verdict
const evaluate = (answers: Answers, on: string, of = calculator) => of.on(on).evaluate(answers)

test('one more known fact never makes of a yes or a no something else, of no condition either', () => {
  fc.assert(
    fc.property(anything, hidden, today, (answers, hidden, on) => {
      const truth = truthOf(answers, on)
      const before = evaluate(without(truth, hidden), on).results
      const [, ...stillHidden] = hidden
      const after = evaluate(without(truth, stillHidden), on).results
      before.forEach((result, at) => {
        if (verdictOf(result) !== 'unknown') expect(verdictOf(after[at]!)).toBe(verdictOf(result))
        result.reasons.forEach(({ condition, state }, n) => {
          if (state !== 'unknown') expect(after[at]!.reasons[n]).toEqual({ condition, state })
        })
      })
    }),
  )
})

test('what is not named as missing decides nothing', () => {
  fc.assert(
    fc.property(anything, hidden, today, (answers, hidden, on) => {
      const truth = truthOf(answers, on)
      const [one, ...stillHidden] = hidden.filter(id => id in truth)
      if (one === undefined) return
      const before = evaluate(without(truth, [one, ...stillHidden]), on).results
      const after = evaluate(without(truth, stillHidden), on).results
      before.forEach((result, at) => {
        if (result.missing.includes(one)) return
        const { verdict, fen } = after[at]!
        expect([result.id, one, verdict, fen]).toEqual([result.id, one, result.verdict, result.fen])
      })
    }),
  )
})

test('who answers what is asked has nothing left that an answer could decide', () => {
  fc.assert(
    fc.property(anything, today, (answers, on) => {
      const truth = truthOf(answers, on)
      const said: Record<string, Literal | null> = {}
      const rules = calculator.on(on)
      for (let id = rules.next(said); id !== undefined; id = rules.next(said)) {
        expect(said).not.toHaveProperty(id)
        said[id] = truth[id] ?? null
      }
      const whole = evaluate(truth, on).results
      evaluate(said, on).results.forEach((result, at) => {
        expect([result.id, result.verdict, result.fen]).toEqual([result.id, whole[at]!.verdict, whole[at]!.fen])
      })
    }),
    { numRuns: 30 },
  )
})

/** Turns around every list whose order is nobody's business. */
function turned(rule: unknown): unknown {
  if (Array.isArray(rule)) return rule.map(turned)
  if (typeof rule !== 'object' || rule === null) return rule
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => {
      const next = turned(value)
      return [key, (key === 'all' || key === 'any' || key === 'add') && Array.isArray(next) ? next.reverse() : next]
    }),
  )
}

test('the order of files and of conditions decides nothing', () => {
  const other = loadRules({
    ...book,
    policies: [...(turned(book.policies) as RuleBook['policies'])].reverse(),
    derived: [...(turned(book.derived) as RuleBook['derived'])].reverse(),
    parameters: [...book.parameters].reverse(),
  })
  const told = (result: PolicyResult) => ({
    ...result,
    reasons: Object.fromEntries(result.reasons.map(({ condition, state }) => [condition, state])),
    missing: [...result.missing].sort(),
    excludes: [...result.excludes].sort(),
  })
  fc.assert(
    fc.property(anything, hidden, today, (answers, hidden, on) => {
      const known = without(answers, hidden)
      const [one, two] = [evaluate(known, on), evaluate(known, on, other)]
      expect([...two.results].reverse().map(told)).toEqual(one.results.map(told))
      expect(two.total).toEqual(one.total)
      expect([...two.leftOut].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...one.leftOut].sort((a, b) => (a.id < b.id ? -1 : 1)),
      )
    }),
  )
})

test('no amount is below nothing, above its cap or a part of a 分', () => {
  fc.assert(
    fc.property(anything, today, (answers, on) => {
      for (const { id, lines, fen, verdict, ifOpened } of evaluate(answers, on).results) {
        if (lines.length > 0) expect(ifOpened ?? verdict).toBe('yes')
        const said = lines.map(line => line.fen)
        expect(fen).toBe(said.length === 0 || said.includes(null) ? null : said.reduce((sum, one) => sum! + one!, 0))
        for (const line of lines) {
          for (const amount of [line.fen, line.eachFen ?? null]) {
            if (amount === null) continue
            expect(Number.isInteger(amount)).toBe(true)
            expect(amount).toBeGreaterThanOrEqual(0)
          }
          const cap = explain(calculator.on(on), id, answers).lines.find(one => one.id === line.id)?.parts.cap?.value
          if (typeof cap === 'number' && line.fen !== null) expect(line.fen).toBeLessThanOrEqual(Math.round(cap))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing of another day than the one that is asked about is in an answer', () => {
  const inForce = (on: string) => (version: { from: string; to?: string }) =>
    version.from <= on && (version.to === undefined || on <= version.to)
  fc.assert(
    fc.property(anything, today, (answers, on) => {
      const ofTheDay = loadRules({
        ...book,
        policies: book.policies.map(policy => ({ ...policy, versions: policy.versions.filter(inForce(on)) })),
        parameters: book.parameters.map(parameter => ({
          ...parameter,
          versions: parameter.versions.filter(inForce(on)),
        })),
      })
      expect(evaluate(answers, on, ofTheDay)).toEqual(evaluate(answers, on))
      for (const { id, status } of evaluate(answers, on).results) {
        const version = book.policies.find(policy => policy.id === id)?.versions.find(inForce(on))
        expect(status).toBe(version?.status ?? 'none')
      }
    }),
    { numRuns: 50 },
  )
})

test('a total holds no two that exclude each other, nothing unconfirmed, and leaves nothing out without need', () => {
  const excludes = (one: string, other: string): boolean =>
    book.policies.some(({ id, excludes = [] }) => id === one && excludes.some(({ policy }) => policy === other))
  const conflict = (one: string, other: string): boolean => excludes(one, other) || excludes(other, one)
  fc.assert(
    fc.property(anything, today, (answers, on) => {
      const { results, total, leftOut } = evaluate(answers, on)
      const cash = results.filter(({ kind, verdict }) => kind === 'cash' && verdict === 'yes')
      const counted = cash.filter(({ id }) => !leftOut.some(left => left.id === id))
      for (const { id, confirmed, fen } of counted) {
        expect([id, confirmed, fen]).toEqual([id, true, expect.any(Number)])
        expect(counted.filter(other => conflict(id, other.id))).toEqual([])
      }
      for (const payee of ['person', 'employer'] as const)
        expect(total[payee]).toBe(counted.filter(one => one.payee === payee).reduce((sum, { fen }) => sum + fen!, 0))
      for (const { id, why } of leftOut) {
        const left = cash.find(one => one.id === id)!
        if (why === 'unconfirmed') expect(left.confirmed && left.fen !== null).toBe(false)
        else expect(counted.some(other => conflict(id, other.id))).toBe(true)
      }
      for (const { id, verdict, excludes: named } of results)
        expect(named).toEqual(
          verdict === 'no'
            ? []
            : results.filter(other => other.verdict === 'yes' && conflict(id, other.id)).map(other => other.id),
        )
    }),
    { numRuns: 300 },
  )
})

test('the same answers come to the same, whoever asked in between', () => {
  fc.assert(
    fc.property(anything, hidden, anything, today, today, (answers, hidden, others, on, otherDay) => {
      const known = without(answers, hidden)
      const first = structuredClone(evaluate(known, on))
      evaluate(others, on)
      evaluate(others, otherDay)
      calculator.on(on).next(others)
      calculator.on(on).steps(others)
      expect(evaluate(known, on)).toEqual(first)
    }),
  )
})
