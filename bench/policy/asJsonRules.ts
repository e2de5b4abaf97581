import { Engine, type Almanac, type ConditionProperties, type TopLevelCondition } from 'json-rules-engine'
import {
  namedIn,
  type Answers,
  type Condition,
  type Expression,
  type RuleBook,
  type Tri,
} from '../../src/domain/policy'
import type { BeijingDate } from '../../src/domain/time'
import { atLeast, below, both, either, hasOne, not, same, tri, type State } from './byHand/known'
import { Reading, type Look, type Value } from './reading'
import type { Answer } from './ways'

/* The same conditions in json-rules-engine: a policy is a rule, each of its conditions one of the engine's. The engine has no
   arithmetic and knows nothing of days: what follows from other facts, and every expression, is a fact it reckons when it is
   asked and keeps for the run, as its makers mean it to be done. */

type Nested = TopLevelCondition | ConditionProperties

const OPERATORS: Record<string, (value: never, than: never) => State> = {
  atLeast: (value, than) => atLeast(value, than),
  atMost: (value, than) => atLeast(than, value),
  above: (value, than) => below(than, value),
  below: (value, than) => below(value, than),
  equals: (value, than) => same(value, than),
  is: (value, than) => same(value, than),
  hasOne: (value, than) => hasOne(value, than),
}

/** What came of a condition, with what was looked at. */
interface Judged {
  result?: boolean
  factResult?: unknown
  valueResult?: unknown
  all?: Judged[]
  any?: Judged[]
  not?: Judged
}

class Translation {
  readonly engine = new Engine([], { allowUndefinedFacts: true })
  private readonly reading: Reading
  private readonly expressions = new Map<string, string>()

  constructor(book: RuleBook, today: BeijingDate) {
    this.reading = new Reading(book, today)
    for (const [name, judge] of Object.entries(OPERATORS))
      this.engine.addOperator(name, (value: never, than: never) => judge(value, than) === true)
    for (const { id, onlyIf, otherwise } of book.facts)
      if (onlyIf)
        this.fact(id, [...namedIn(onlyIf).facts, ANSWERS], look =>
          this.reading.state(onlyIf, look) === false ? otherwise : (look(ANSWERS) as unknown as Answers)[id]!,
        )
    for (const derived of book.derived)
      this.fact(derived.id, [...namedIn(derived).facts], look =>
        derived.type === 'boolean' ? this.reading.state(derived.when, look) : this.reading.value(derived.value, look),
      )
  }

  /** A fact that is reckoned from others, once a run. */
  fact(id: string, from: readonly string[], reckon: (look: Look) => Value): void {
    this.engine.addFact(id, async (_: unknown, almanac: Almanac) => {
      const values = await Promise.all(from.map(one => almanac.factValue<Value>(one)))
      return reckon(fact => values[from.indexOf(fact)])
    })
  }

  /** The name of the fact that an expression's value is. */
  expression(expression: Expression): string {
    if (typeof expression === 'object' && 'fact' in expression) return expression.fact
    const written = JSON.stringify(expression)
    const known = this.expressions.get(written)
    if (known) return known
    const id = `expression ${this.expressions.size + 1}`
    this.expressions.set(written, id)
    const facts = [...namedIn(expression).facts]
    const reckon = (look: Look): Value => this.reading.value(expression, look)
    if (facts.length > 0) this.fact(id, facts, reckon)
    else this.engine.addFact(id, reckon(() => undefined) as never)
    return id
  }

  /** What is compared with: a plain value where it is one. */
  private than(expression: Expression): unknown {
    const plain = typeof expression !== 'object' || namedIn(expression).facts.size === 0
    return plain ? this.reading.value(expression, () => undefined) : { fact: this.expression(expression) }
  }

  condition(condition: Condition): Nested {
    if ('all' in condition) return { all: condition.all.map(part => this.condition(part)) }
    if ('any' in condition) return { any: condition.any.map(part => this.condition(part)) }
    if ('not' in condition) return { not: this.condition(condition.not) }
    if ('value' in condition) {
      const operator = Object.keys(condition).find(key => key in OPERATORS)!
      const than = this.than((condition as unknown as Record<string, Expression>)[operator]!)
      return { fact: this.expression(condition.value), operator, value: than }
    }
    const { fact } = condition
    if ('has' in condition) return { fact, operator: 'hasOne', value: condition.has }
    if ('in' in condition) return { fact, operator: 'in', value: condition.in }
    return { fact, operator: 'is', value: 'is' in condition ? condition.is : true }
  }
}

/** The runtime fact that holds what was said. */
const ANSWERS = 'answers'

/** How a condition stands: the engine says yes or not yes, and what it looked at whether that is a no. */
function stateOf(judged: Judged): State {
  if (judged.all) return judged.all.map(stateOf).reduce(both)
  if (judged.any) return judged.any.map(stateOf).reduce(either)
  if (judged.not) return not(stateOf(judged.not))
  if (judged.result) return true
  return judged.factResult === undefined || judged.valueResult === undefined ? undefined : false
}

/** The states of the conditions that have an id, in the rule's order. */
function reasonsIn(condition: Condition, judged: Judged, into: string[]): void {
  if (condition.id !== undefined) into.push(`${condition.id} ${tri(stateOf(judged))}`)
  if ('all' in condition) condition.all.forEach((part, at) => reasonsIn(part, judged.all![at]!, into))
  else if ('any' in condition) condition.any.forEach((part, at) => reasonsIn(part, judged.any![at]!, into))
  else if ('not' in condition) reasonsIn(condition.not, judged.not!, into)
}

const isGroup = (condition: Condition): boolean => 'all' in condition || 'any' in condition || 'not' in condition

/** Judges a person by the rules of a day. */
export function asJsonRules(book: RuleBook, today: BeijingDate): (answers: Answers) => Promise<Answer[]> {
  const translation = new Translation(book, today)
  const { engine } = translation
  const always = book.facts.filter(({ onlyIf }) => !onlyIf).map(({ id }) => id)
  const rules = book.policies.map(({ id, versions }) => {
    const version = versions.find(({ from, to }) => from <= today && (to === undefined || today <= to))
    const when = version?.when
    if (!version || !when) return { id, amounts: [] }
    const conditions = translation.condition(when)
    engine.addRule({
      name: id,
      conditions: (isGroup(when) ? conditions : { all: [conditions] }) as TopLevelCondition,
      event: { type: id },
    })
    const lines = version.pays ?? []
    const amounts = lines.map(({ fen, cap }) => translation.expression(cap === undefined ? fen : { least: [fen, cap] }))
    return { id, when, announced: version.status === 'announced', amounts }
  })

  return async answers => {
    const facts: Record<string, unknown> = { [ANSWERS]: answers }
    for (const id of always) facts[id] = answers[id]
    const { results, failureResults, almanac } = await engine.run(facts)
    const judged = new Map([...results, ...failureResults].map(result => [result.name, result]))
    const told: Answer[] = []
    for (const { id, when, announced, amounts } of rules) {
      if (!when) {
        told.push({ id, verdict: 'no', fen: null, reasons: [] })
        continue
      }
      const result = judged.get(id)!
      const conditions = result.conditions as unknown as Judged
      const reasons: string[] = []
      reasonsIn(when, isGroup(when) ? conditions : conditions.all![0]!, reasons)
      const state: Tri = result.result ? 'yes' : tri(stateOf(conditions))
      let fen: number | null = null
      if (result.result && amounts.length > 0) {
        const values = await Promise.all(amounts.map(amount => almanac.factValue<number | undefined>(amount)))
        fen = values.includes(undefined) ? null : values.reduce<number>((sum, one) => sum + Math.floor(one! + 0.5), 0)
      }
      told.push({ id, verdict: announced && state === 'yes' ? 'unknown' : state, fen, reasons })
    }
    return told
  }
}
