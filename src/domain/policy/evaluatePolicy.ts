import { bindLine, bindNumber, type BoundLine } from './amount'
import type { PolicyRule, PolicyVersion } from './book'
import { readDay, writeDay } from './calendar'
import { bindCondition } from './condition'
import { bindValue } from './expression'
import { refuse } from './fault'
import { Influence } from './influence'
import { NO, triOf, UNKNOWN, YES, type Kleene } from './kleene'
import type { ConditionNode, Mark, Scope, ValueNode, Values } from './node'
import type { PaidLine, PolicyResult, Reason } from './result'

/** A policy bound to a day. What it answers isn't shared yet with the others: `excludes` is empty. */
export interface BoundPolicy {
  readonly rule: PolicyRule
  readonly version?: PolicyVersion
  readonly when?: ConditionNode
  readonly lines: readonly BoundLine[]
  readonly months?: ValueNode
  readonly lastDay?: ValueNode
  readonly evaluate: (values: Values) => PolicyResult
  /** Asks for what is missing: what would decide it by `verdict`, what would make its amount known by `amount`. */
  readonly ask: (values: Values, influence: Influence, verdict: number, amount: number) => void
}

const NOTHING: readonly never[] = []

const versionOn = (rule: PolicyRule, day: number): PolicyVersion | undefined =>
  rule.versions.find(({ from, to }) => readDay(from) <= day && (to === undefined || day <= readDay(to)))

/** Where nothing is decided any more, or not yet: the same no for everyone. */
function closed(rule: PolicyRule, version: PolicyVersion | undefined): BoundPolicy {
  const { id, payee, kind } = rule
  const result: PolicyResult = {
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
  }
  return { rule, ...(version && { version }), lines: NOTHING, evaluate: () => result, ask: () => undefined }
}

/** More don't fit into one number as digits to base three. */
const MOST_REASONS = 32

/** Remembers the states of the conditions that have an id while a policy's conditions are judged. */
class Reasons {
  private readonly states = new Uint8Array(MOST_REASONS)
  private readonly ids: string[] = []
  /** The few ways in which the conditions stand together, each written down once. */
  private readonly written = new Map<number, readonly Reason[]>()

  watch = (id: string, where: string): Mark => {
    const { ids, states } = this
    if (ids.includes(id)) refuse(where, `two conditions of the id ${id}`)
    if (ids.length === MOST_REASONS) refuse(where, 'more reasons than anybody reads')
    return { states, at: ids.push(id) - 1 }
  }

  /** How the conditions stand, as one number. */
  standing(): number {
    const { states, ids } = this
    let digits = 0
    for (let at = 0; at < ids.length; at += 1) digits = digits * 3 + states[at]!
    return digits
  }

  said(standing: number): readonly Reason[] {
    const known = this.written.get(standing)
    if (known) return known
    const reasons = this.ids.map((condition, at) => ({ condition, state: triOf(this.states[at] as Kleene) }))
    this.written.set(standing, reasons)
    return reasons
  }
}

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
  const version = versionOn(rule, scope.day)
  if (!version || version.status === 'ended' || version.status === 'merged') return closed(rule, version)
  const where = `policy ${rule.id} from ${version.from}`
  const { id, payee, kind } = rule
  const { status } = version
  const announced = status === 'announced'
  const sure = version.confidence !== 'unsure'
  const said = new Reasons()
  const when = bindCondition(version.when ?? refuse(where, 'no conditions'), { ...scope, watch: said.watch }, where)
  const lines = (version.pays ?? []).map(line => bindLine(line, scope, sure, where))
  const months = version.months === undefined ? undefined : bindNumber(version.months, scope, `${where}, months`)
  const lastDay =
    version.lastDay === undefined ? undefined : bindValue(version.lastDay, scope, `${where}, lastDay`, bindCondition)
  if (lastDay && lastDay.type !== 'day') refuse(`${where}, lastDay`, 'a number where a day is due')

  const { judge } = when
  const amounts = [...lines.flatMap(({ parts }) => Object.values(parts)), ...(months ? [months] : [])]
  const ask = (values: Values, influence: Influence, verdict: number, amount: number): void => {
    const state = judge(values)
    if (state === UNKNOWN) influence.undecided(when, verdict)
    else if (state === YES) influence.unknown(amounts, amount)
  }
  const missing = (values: Values): readonly string[] => {
    const influence = new Influence(values)
    ask(values, influence, 1, 1)
    return influence.inOrder().map(slot => slot.id)
  }
  const result = (state: Kleene, last: number, over: Partial<PolicyResult>): PolicyResult => ({
    id,
    payee,
    kind,
    status,
    verdict: announced && state === YES ? 'unknown' : triOf(state),
    ifOpened: announced ? triOf(state) : undefined,
    reasons: said.said(said.standing()),
    lines: NOTHING,
    fen: null,
    confirmed: sure,
    months: null,
    missing: NOTHING,
    lastDate: Number.isNaN(last) ? null : writeDay(last),
    excludes: NOTHING,
    ...over,
  })
  /** Most are refused most of what there is, for few different reasons: such an answer is written once. */
  const refusals = new Map<number, { last: number; result: PolicyResult }>()
  const refusal = (last: number): PolicyResult => {
    const standing = said.standing()
    const known = refusals.get(standing)
    if (known && Object.is(known.last, last)) return known.result
    const refused = result(NO, last, {})
    refusals.set(standing, { last, result: refused })
    return refused
  }
  const evaluate = (values: Values): PolicyResult => {
    const state = judge(values)
    const last = lastDay ? lastDay.read(values) : NaN
    if (state === NO) return refusal(last)
    if (state === UNKNOWN) return result(state, last, { missing: missing(values) })
    const paid = lines.map(line => line.pay(values))
    const fen = sumOf(paid)
    const inMonths = months ? months.read(values) : NaN
    const blank = (paid.length > 0 && fen === null) || (months !== undefined && Number.isNaN(inMonths))
    return result(state, last, {
      lines: paid,
      fen,
      confirmed: sure && paid.every(line => line.confirmed),
      months: Number.isNaN(inMonths) ? null : inMonths,
      missing: blank ? missing(values) : NOTHING,
    })
  }
  return {
    rule,
    version,
    when,
    lines,
    ...(months && { months }),
    ...(lastDay && { lastDay }),
    evaluate,
    ask,
  }
}
