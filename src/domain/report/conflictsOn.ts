import type { ConflictDecision, ConflictKind } from '../comparison'
import { dayOf } from '../ledger'
import type { BeijingDate } from '../time'

/** What reports ask of a conflict in the queue. */
export interface RaisedConflict {
  entryId: string
  kind: ConflictKind
  /** ISO 8601 UTC, as is the time of an operator's word. */
  at: string
  decision?: ConflictDecision
  resolvedAt?: string
}

/** What the conflict queue held of an entry at the end of a day. */
export interface ConflictsOnDay {
  /** One waited for an operator's word. */
  waiting: boolean
  /** An operator had confirmed that the person died. */
  died: boolean
}
export const NO_CONFLICTS: ConflictsOnDay = { waiting: false, died: false }

/** The queue as it stood at the end of a day, by entry; nothing for an entry without a conflict. */
export function conflictsOn(raised: readonly RaisedConflict[], day: BeijingDate): Map<string, ConflictsOnDay> {
  const found = new Map<string, ConflictsOnDay>()
  for (const { entryId, kind, at, decision, resolvedAt } of raised) {
    if (dayOf(at) > day) continue
    const before = found.get(entryId) ?? NO_CONFLICTS
    const settled = resolvedAt !== undefined && dayOf(resolvedAt) <= day
    found.set(entryId, {
      waiting: before.waiting || !settled,
      died: before.died || (settled && kind === 'deceased' && decision === 'takeTheirs'),
    })
  }
  return found
}
