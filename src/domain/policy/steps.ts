import type { RuleBook, StepRule } from './book'
import { bindCondition } from './condition'
import { refuse } from './fault'
import { Influence } from './influence'
import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import type { ConditionNode, Scope, Values } from './node'
import type { PolicyResult, StepResult } from './result'

/** Each step after those it names; the book's order otherwise. */
function ordered(steps: readonly StepRule[]): StepRule[] {
  const byId = new Map(steps.map(step => [step.id, step]))
  if (byId.size !== steps.length) refuse('steps', 'two of one id')
  const placed = new Set<StepRule>()
  const open = new Set<StepRule>()
  const place = (step: StepRule): void => {
    if (placed.has(step)) return
    if (open.has(step)) refuse(`step ${step.id}`, 'comes after itself')
    open.add(step)
    for (const id of step.after ?? []) place(byId.get(id) ?? refuse(`step ${step.id}`, `no step ${id}`))
    placed.add(step)
  }
  steps.forEach(place)
  return [...placed]
}

interface BoundStep {
  rule: StepRule
  when: ConditionNode
}

export type BoundSteps = readonly BoundStep[]

/** Binds the steps to a day, or refuses them. */
export function bindSteps({ steps, policies }: RuleBook, scope: Scope): BoundSteps {
  return ordered(steps).map(rule => {
    const where = `step ${rule.id}`
    if (rule.policy !== undefined && !policies.some(({ id }) => id === rule.policy))
      refuse(where, `no policy ${rule.policy}`)
    return { rule, when: bindCondition(rule.when, scope, where) }
  })
}

/** What is to be done, in an order in which each step stands after those it names. */
export function stepsFor(steps: BoundSteps, values: Values, results: readonly PolicyResult[]): StepResult[] {
  const verdicts: Record<PolicyResult['verdict'], Kleene> = { no: NO, unknown: UNKNOWN, yes: YES }
  const due = steps.flatMap(({ rule, when }) => {
    const claimed = results.find(({ id }) => id === rule.policy)
    const own = when.judge(values)
    const state = claimed ? (Math.min(own, verdicts[claimed.verdict]) as Kleene) : own
    if (state === NO) return []
    const influence = new Influence(values)
    influence.undecided(when, 1)
    const missing = new Set([...influence.inOrder().map(({ id }) => id), ...(claimed?.missing ?? [])])
    return [{ rule, state: state === YES ? ('due' as const) : ('maybe' as const), missing: [...missing] }]
  })
  const ids = new Set(due.map(({ rule }) => rule.id))
  return due.map(({ rule, state, missing }) => ({
    id: rule.id,
    state,
    after: (rule.after ?? []).filter(id => ids.has(id)),
    materials: rule.materials,
    ...(rule.policy === undefined ? {} : { policy: rule.policy }),
    missing: state === 'due' ? [] : missing,
  }))
}
