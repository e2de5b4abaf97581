import type { RuleBook, StepRule } from './book'
import { bindCondition } from './condition'
import { refuse } from './fault'
import { influenceOf } from './influence'
import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import type { ConditionNode, Scope } from './node'
import { inOrder } from './order'
import type { PolicyResult, StepResult } from './result'

interface BoundStep {
  rule: StepRule
  when: ConditionNode
}

export type BoundSteps = readonly BoundStep[]

/** Binds the steps to a day, or refuses them. */
export function bindSteps({ steps, policies }: RuleBook, scope: Scope): BoundSteps {
  return inOrder('step', steps, ({ after }) => after ?? []).map(rule => {
    const where = `step ${rule.id}`
    if (rule.policy !== undefined && !policies.some(({ id }) => id === rule.policy))
      refuse(where, `no policy ${rule.policy}`)
    return { rule, when: bindCondition(rule.when, scope, where) }
  })
}

/** What is to be done, in an order in which each step stands after those it names. */
export function stepsFor(steps: BoundSteps, results: readonly PolicyResult[]): StepResult[] {
  const verdicts: Record<PolicyResult['verdict'], Kleene> = { no: NO, unknown: UNKNOWN, yes: YES }
  const due = steps.flatMap(({ rule, when }) => {
    const claimed = results.find(({ id }) => id === rule.policy)
    const own = when.judge()
    const state = claimed ? (Math.min(own, verdicts[claimed.verdict]) as Kleene) : own
    if (state === NO) return []
    const influence = influenceOf()
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
