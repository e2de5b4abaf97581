import type { Answers, Evaluation, PolicyResult, RulesOnDay } from '../../domain/policy'
import type { BeijingDate } from '../../domain/time'

/** Something the person can do themselves at once, and that a policy waits for. */
export type OwnStep = 'register' | 'registerFlexible'

/** What one step more would bring. */
export interface AfterStep {
  step: OwnStep
  /** As it would be the day it is done. */
  result: PolicyResult
}

/** Whoever works or is at school can't register as out of work; that they never did, doesn't change that. */
function stepOf(answers: Answers): OwnStep | undefined {
  const { employment, inSchool, registered, flexibleRegistered } = answers
  if (employment === 'none' && inSchool === false && registered === false) return 'register'
  return employment === 'flexible' && flexibleRegistered === false ? 'registerFlexible' : undefined
}

const DONE: Record<OwnStep, (on: BeijingDate) => Answers> = {
  register: on => ({ registered: true, registeredUnemployedSince: on }),
  registerFlexible: on => ({ flexibleRegistered: true, flexibleRegisteredOn: on }),
}

/** A question that only the step would bring up asks for more than the step. */
const staysOne = (rules: RulesOnDay, answers: Answers, { missing }: PolicyResult): boolean =>
  missing.every(fact => !rules.asked(fact) || rules.isAsked(fact, answers) !== 'no')

/**
 * Open policies that are a no for want of nothing but a registration the person can make today: the rules are asked again as
 * if it were made. In no total: it isn't there yet.
 */
export function oneStepAway(
  rules: RulesOnDay,
  answers: Answers,
  { results }: Pick<Evaluation, 'results'>,
): ReadonlyMap<string, AfterStep> {
  const step = stepOf(answers)
  if (!step) return new Map()
  const refused = new Set(
    results.filter(({ status, verdict }) => status === 'open' && verdict === 'no').map(of => of.id),
  )
  const after = rules.evaluate({ ...answers, ...DONE[step](rules.day) }).results
  return new Map(
    after
      .filter(result => refused.has(result.id) && result.verdict !== 'no' && staysOne(rules, answers, result))
      .map(result => [result.id, { step, result }] as const),
  )
}
