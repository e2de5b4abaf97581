import { bindLine, bindNumber, type BoundLine } from './amount'
import type { PolicyRule, PolicyVersion } from './book'
import { readDay, writeDay } from './calendar'
import { bindCondition } from './condition'
import { bindValue } from './expression'
import { refuse } from './fault'
import { Influence } from './influence'
import { NO, triOf, UNKNOWN, YES, type Kleene } from './kleene'
import type { ConditionNode, Judge, Scope, ValueNode, Values } from './node'
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

/** A condition whose state is remembered, and what may be said of it. */
interface Watched {
  at: number
  said: readonly Reason[]
}

/** Remembers the states of conditions that have an id while the rest is judged. */
class Reasons {
  private readonly states = new Uint8Array(64)
  private readonly watched: Watched[] = []
  private readonly ids = new Set<string>()

  watch = (id: string, where: string): ((judge: Judge) => Judge) => {
    if (this.ids.has(id)) refuse(where, `two conditions of the id ${id}`)
    if (this.ids.size === this.states.length) refuse(where, 'more reasons than anybody reads')
    const at = this.ids.size
    this.ids.add(id)
    this.watched.push({
      at,
      said: ([NO, UNKNOWN, YES] as Kleene[]).map(state => ({ condition: id, state: triOf(state) })),
    })
    const { states } = this
    return judge => values => (states[at] = judge(values)) as Kleene
  }

  said(): readonly Reason[] {
    const { states, watched } = this
    const reasons = new Array<Reason>(watched.length)
    for (let i = 0; i < watched.length; i += 1) reasons[i] = watched[i]!.said[states[watched[i]!.at]!]!
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
  const evaluate = (values: Values): PolicyResult => {
    const state = judge(values)
    const reasons = said.said()
    const last = lastDay ? lastDay.read(values) : NaN
    let paid: readonly PaidLine[] = NOTHING
    let confirmed = sure
    let inMonths = NaN
    if (state === YES) {
      if (lines.length > 0) {
        paid = lines.map(line => line.pay(values))
        confirmed = paid.every(line => line.confirmed)
      }
      if (months) inMonths = months.read(values)
    }
    const fen = sumOf(paid)
    const blank = state === UNKNOWN || (state === YES && (Number.isNaN(inMonths) || fen === null))
    return {
      id,
      payee,
      kind,
      status,
      verdict: announced && state === YES ? 'unknown' : triOf(state),
      ifOpened: announced ? triOf(state) : undefined,
      reasons,
      lines: paid,
      fen,
      confirmed,
      months: Number.isNaN(inMonths) ? null : inMonths,
      missing: blank ? missing(values) : NOTHING,
      lastDate: Number.isNaN(last) ? null : writeDay(last),
      excludes: NOTHING,
    }
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
