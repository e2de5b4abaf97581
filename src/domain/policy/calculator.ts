import type { BeijingDate } from '../time'
import type { FactRule, Literal, RuleBook, Tri, Unit } from './book'
import { readDay } from './calendar'
import { bindPolicy, type BoundPolicy } from './evaluatePolicy'
import { bindFacts } from './facts'
import { PolicyRulesError, refuse } from './fault'
import { influenceOf } from './influence'
import { triOf } from './kleene'
import { checkParameter, checkVersions, constantOn } from './parameter'
import type { Answers, Evaluation, PolicyResult, StepResult } from './result'
import { decode } from './slots'
import { bindSteps, stepsFor } from './steps'
import { addUp, exclusions } from './together'

/** The rules as they are on one day. */
export interface RulesOnDay {
  readonly day: BeijingDate
  /** What comes of every policy, with its reasons. */
  evaluate(answers: Answers): Evaluation
  /** One policy as it is bound, and what came of it, until another question is asked. Throws for one that isn't in the book. */
  judged(policy: string, answers: Answers): { policy: BoundPolicy; result: PolicyResult }
  /** The fact that decides most of what isn't decided, of those that weren't asked; undefined when no answer changes anything. */
  next(answers: Answers): string | undefined
  /** What is to be done (一件事打包办), each after those it names. */
  steps(answers: Answers): StepResult[]
  /** A fact as the rules see it, said or derived; null where it isn't known. */
  fact(id: string, answers: Answers): Literal | null
  /** What is asked under this id. */
  asked(id: string): FactRule | undefined
  /** Whether it is asked at all, given what was said: not where it is no use to anybody. */
  isAsked(id: string, answers: Answers): Tri
  /** A constant in force; null where nobody knows it, or it has tiers. Undefined: no such constant. */
  parameter(id: string): { value: number | null; unit: Unit } | undefined
}

/** A book of rules, ready to be asked. */
export interface Calculator {
  readonly book: RuleBook
  /** The rules of a day; bound once, then kept. Throws a RangeError for what is no day. */
  on(day: BeijingDate): RulesOnDay
}

/** A policy that isn't open yet, an amount that isn't known: less is decided by these than by a verdict of today. */
const ANNOUNCED = 0.5
const AMOUNT = 0.25
/** Days that are kept bound: a person looks at two or three, a batch at a year's. */
const DAYS_KEPT = 400

function bindDay(book: RuleBook, day: BeijingDate, number: number): RulesOnDay {
  const { scope, fill } = bindFacts(book, number)
  const { slots, parameters, sheet } = scope
  const untilFacts = sheet.states.length
  const policies = book.policies.map(rule => bindPolicy(rule, scope))
  const untilPolicies = sheet.states.length
  const steps = bindSteps(book, scope)
  const beside = exclusions(book.policies)

  function evaluateFilled(): PolicyResult[] {
    const results = policies.map(policy => policy.evaluate())
    for (let at = 0; at < results.length; at += 1) {
      const others = beside[at]!
      if (others.length === 0 || results[at]!.verdict === 'no') continue
      const excludes = others.filter(other => results[other]!.verdict === 'yes').map(other => results[other]!.id)
      if (excludes.length > 0) results[at] = { ...results[at]!, excludes }
    }
    return results
  }

  const evaluate = (answers: Answers): Evaluation => {
    fill(answers, untilPolicies)
    const results = evaluateFilled()
    const { total, leftOut } = addUp(results, beside)
    return { version: book.version, on: day, results, total, leftOut }
  }

  return {
    day,
    evaluate,
    judged(id, answers) {
      const at = policies.findIndex(({ rule }) => rule.id === id)
      if (at < 0) throw new RangeError(`no policy ${id}`)
      fill(answers, untilPolicies)
      return { policy: policies[at]!, result: evaluateFilled()[at]! }
    },
    next(answers) {
      fill(answers, untilPolicies)
      const influence = influenceOf()
      for (const { ask, version } of policies) {
        const weight = version?.status === 'announced' ? ANNOUNCED : 1
        ask(influence, weight, weight * AMOUNT)
      }
      return influence.inOrder().find(({ id }) => answers[id] === undefined)?.id
    },
    steps(answers) {
      fill(answers, sheet.states.length)
      return stepsFor(steps, evaluateFilled())
    },
    fact(id, answers) {
      const slot = slots.get(id)
      if (!slot) throw new RangeError(`no fact ${id}`)
      fill(answers, untilFacts)
      return decode(slot, slot.read())
    },
    asked: id => slots.get(id)?.asked,
    isAsked(id, answers) {
      const slot = slots.get(id)
      if (!slot?.asked) throw new RangeError(`nobody is asked for ${id}`)
      fill(answers, untilFacts)
      return slot.gate ? triOf(slot.gate.judge()) : 'yes'
    },
    parameter(id) {
      const parameter = parameters.get(id)
      return parameter && { value: constantOn(parameter, number), unit: parameter.unit }
    },
  }
}

/** Refuses policies that name what isn't there, or whose versions contradict each other. */
function checkPolicies({ policies }: RuleBook): void {
  const ids = new Set(policies.map(({ id }) => id))
  if (ids.size !== policies.length) refuse('policies', 'two of one id')
  for (const { id, versions, excludes, mergedInto } of policies) {
    checkVersions(`policy ${id}`, versions)
    for (const other of [
      ...(excludes ?? []).map(({ policy }) => policy),
      ...(mergedInto === undefined ? [] : [mergedInto]),
    ])
      if (!ids.has(other) || other === id) refuse(`policy ${id}`, `no other policy ${other}`)
  }
}

/** Binds every version once, so that what isn't understood is refused here and on no day later. */
function checkAll(book: RuleBook): void {
  if (new Set(book.parameters.map(({ id }) => id)).size !== book.parameters.length)
    refuse('parameters', 'two of one id')
  book.parameters.forEach(checkParameter)
  checkPolicies(book)
  const days = new Set(book.policies.flatMap(({ versions }) => versions.map(({ from }) => from)))
  for (const day of days) bindDay(book, day, readDay(day))
}

/**
 * A book of rules, ready to be asked.
 *
 * @throws PolicyRulesError for anything it doesn't know, naming it: a dangling fact, an unknown operator, a cycle.
 */
export function loadRules(book: RuleBook): Calculator {
  try {
    checkAll(book)
  } catch (error) {
    if (error instanceof PolicyRulesError) throw error
    throw new PolicyRulesError(`the book is not made like one: ${String(error)}`)
  }
  const days = new Map<BeijingDate, RulesOnDay>()
  return {
    book,
    on(day) {
      const bound = days.get(day)
      if (bound) return bound
      const number = readDay(day)
      if (Number.isNaN(number)) throw new RangeError(`${day} is no day`)
      const rules = bindDay(book, day, number)
      if (days.size >= DAYS_KEPT) days.delete(days.keys().next().value!)
      days.set(day, rules)
      return rules
    },
  }
}
