/** Who did it, by role; a name never stands in history. */
export type HistoryActor = 'self' | 'staff' | 'operator' | 'scheduler' | 'roster'

/** One line of an entry's history: who, when, source, why, what (DESIGN, settled 1). */
export interface HistoryEntry {
  /** ISO 8601 UTC instant. */
  at: string
  by: HistoryActor
  /** Which staff member or operator, by id; absent for the person. */
  byId?: string
  source: 'miniprogram' | 'console' | 'timer' | 'import'
  why: string
  what: string
  /** It says what another source knows of the person: shown to them once their identity is verified (DESIGN, settled 6). */
  fromOthers?: true
  /** What the change answers, by id: doing it again is recognised. */
  ref?: string
  /** The entry's version after this change. */
  version: number
}

/** History entries kept in the document; older ones move to the archive. */
export const HISTORY_KEPT = 100
/** How many are moved at once when the limit is passed. */
export const HISTORY_MOVED = 50
