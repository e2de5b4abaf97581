import { bindLine, type BoundLine } from './amount'
import type { PolicyRule, PolicyVersion } from './book'
import { writeDay } from './calendar'
import { bindCondition, bindMaybe } from './condition'
import { influenceOf, type Influence } from './influence'
import { NO, triOf, UNKNOWN, YES, type Kleene } from './kleene'
import type { ConditionNode, Scope, ValueNode } from './node'
import { versionOn } from './parameter'
import { Reasons, Refusals } from './reasons'
import type { PaidLine, PolicyResult } from './result'

/** A policy bound to a day. What it answers isn't shared yet with the others: `excludes` is empty. */
export interface BoundPolicy {
  readonly rule: PolicyRule
  readonly version?: PolicyVersion
  readonly when?: ConditionNode
  readonly lines: readonly BoundLine[]
  readonly months?: ValueNode
  readonly lastDay?: ValueNode
  readonly evaluate: () => PolicyResult
  /** Asks for what is missing: what would decide it by `verdict`, what would make its amount known by `amount`. */
  readonly ask: (influence: Influence, verdict: number, amount: number) => void
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] }

const NOTHING: readonly never[] = []

/** What is said where nothing is decided any more, or not yet: the same no for everyone. */
const refused = ({ id, payee, kind }: PolicyRule, version: PolicyVersion | undefined): PolicyResult => ({
  id,
  payee,
  kind,
  status: version?.status ?? 'none',
  verdict: 'no',
  ifOpened: undefined,
  reasons: NOTHING,
  lines: NOTHING,
  fen: null,
  confirmed: version !== undefined && version.confidence !== 'unsure',
  months: null,
  missing: NOTHING,
  lastDate: null,
  excludes: NOTHING,
})

/** Sum of the lines; null where one isn't known. */
function sumOf(lines: readonly PaidLine[]): number | null {
  let sum = 0
  for (const { fen } of lines) {
    if (fen === null) return null
    sum += fen
  }
  return lines.length === 0 ? null : sum
}

/** Binds a policy to a day, or refuses it. */
export function bindPolicy(rule: PolicyRule, scope: Scope): BoundPolicy {
  const version = versionOn(rule.versions, scope.day)
  const refusal = refused(rule, version)
  if (!version || version.status === 'ended' || version.status === 'merged')
    return { rule, ...(version && { version }), lines: NOTHING, evaluate: () => refusal, ask: () => undefined }
  const where = `policy ${rule.id} from ${version.from}`
  const announced = version.status === 'announced'
  const sure = refusal.confirmed
  const named: ConditionNode[] = []
  const when = bindCondition(version.when!, { ...scope, named }, where)
  const { states } = scope.sheet
  const reasons = new Reasons(named, states, where)
  const lines = (version.pays ?? []).map(line => bindLine(line, scope, sure, where))
  const months = bindMaybe('number', version.months, scope, `${where}, months`)
  const lastDay = bindMaybe('day', version.lastDay, scope, `${where}, lastDay`)

  const amounts = [...lines.flatMap(({ parts }) => Object.values(parts)), ...(months ? [months] : [])]
  const ask = (influence: Influence, verdict: number, amount: number): void => {
    const state = when.judge()
    if (state === UNKNOWN) influence.undecided(when, verdict)
    else if (state === YES) influence.unknown(amounts, amount)
  }
  const missing = (): readonly string[] => {
    const influence = influenceOf()
    ask(influence, 1, 1)
    return influence.inOrder().map(slot => slot.id)
  }

  const answer = (state: Kleene, last: number): Mutable<PolicyResult> => ({
    ...refusal,
    verdict: announced && state === YES ? 'unknown' : triOf(state),
    ifOpened: announced ? triOf(state) : undefined,
    reasons: reasons.said(),
    lastDate: Number.isNaN(last) ? null : writeDay(last),
  })
  const refusals = new Refusals(last => answer(NO, last))
  const evaluate = (): PolicyResult => {
    const state = states[when.at]!
    const last = lastDay ? lastDay.read() : NaN
    if (state === NO) return refusals.of(reasons.standing(), last)
    const result = answer(state, last)
    if (state === UNKNOWN) {
      result.missing = missing()
      return result
    }
    const paid = lines.map(line => line.pay())
    const inMonths = months ? months.read() : NaN
    result.lines = paid
    result.fen = sumOf(paid)
    result.confirmed = sure && paid.every(line => line.confirmed)
    if (!Number.isNaN(inMonths)) result.months = inMonths
    if ((paid.length > 0 && result.fen === null) || (months && result.months === null)) result.missing = missing()
    return result
  }
  return { rule, version, when, lines, ...(months && { months }), ...(lastDay && { lastDay }), evaluate, ask }
}
