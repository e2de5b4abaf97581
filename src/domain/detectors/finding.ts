import type { DistrictKey } from '../district'
import type { LedgerRefusal } from '../ledger'
import type { RuleId } from './detector'

/** `explained`: looked at, and right as it is; `confirmed`: wrong indeed, and somebody sees to it. */
export const FINDING_STATES = ['open', 'explained', 'confirmed'] as const
export type FindingState = (typeof FINDING_STATES)[number]
export type FindingDecision = Exclude<FindingState, 'open'>

/** One thing that a rule holds for worth a look. Never deleted: what no longer holds is ended and leaves a trace. */
export interface Finding {
  /** Made of rule, subject and basis: the same thing found again is the same finding. */
  _id: string
  rule: RuleId
  /** Absent in the municipal queue. */
  district?: DistrictKey
  /** Where it is about one entry. */
  entryId?: string
  no?: string
  /** Where it is about several: some of their registration numbers. */
  nos: string[]
  evidence: string
  recorders: string[]
  /** ISO 8601 UTC: when it was first found. */
  at: string
  /** The task that found it first, and the last one that found it still. */
  foundBy: string
  seen: string
  state: FindingState
  settledBy?: string
  settledAt?: string
  reason?: string
  /** Set while it doesn't hold: when that was noticed, and by which task. */
  endedAt?: string
  endedBy?: string
  /** The task that found it again after it had ended. */
  reopenedBy?: string
  trace: FindingTrace[]
}

export interface FindingTrace {
  /** ISO 8601 UTC. */
  at: string
  what: 'ended' | 'reopened' | FindingDecision
  by: string
  reason?: string
}

export interface Settlement {
  decision: FindingDecision
  /** Operator by id. */
  operator: string
  at: string
  reason: string
}

export type Settled =
  | { outcome: 'change'; finding: Finding }
  | { outcome: 'same'; finding: Finding }
  | { outcome: 'refused'; refusal: LedgerRefusal }

/** Settles a finding. Whoever recorded one of the facts it is about does not (职责分离, domain facts §11). */
export function settle(finding: Finding | undefined, { decision, operator, at, reason }: Settlement): Settled {
  if (!finding)
    return { outcome: 'refused', refusal: { code: 'NOT_FOUND', message: '没有这条疑点，请用 finding.list 核对编号' } }
  const by = `operator:${operator}`
  if (finding.recorders.includes(by))
    return {
      outcome: 'refused',
      refusal: { code: 'NOT_ALLOWED', message: '这条疑点涉及你自己记的去向，要请另一位经办人员来处理' },
    }
  if (finding.state === decision) return { outcome: 'same', finding }
  return {
    outcome: 'change',
    finding: {
      ...finding,
      state: decision,
      settledBy: operator,
      settledAt: at,
      reason,
      trace: [...finding.trace, { at, what: decision, by, reason }],
    },
  }
}
