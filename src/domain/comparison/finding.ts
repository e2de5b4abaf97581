import type { Certified, ComparisonTrace, Delivery, LedgerEntry, PendingEffect, Sealed } from '../ledger'
import type { Hardship } from '../person'
import type { Conflict } from './conflict'

/** One comparison of one department's list. */
export interface Comparison extends Delivery {
  /** The unit that handles the pending registration of an entry, by name. */
  districtName: (entry: LedgerEntry) => string
}

/** What the function opens and seals for a row, only where it is asked. */
export interface ComparisonKeys {
  nameToken: string
  name: () => string
  certified: () => Certified[]
  /** What the person told of hardships themselves. */
  ownHardships: () => Hardship[]
  seal: (field: 'certified' | 'employer', text: string) => Sealed
  employerKey: (code: string) => string
  /** What a conflict asks, as a keyed hash. */
  question: (conflict: Conflict) => string
}

/** What a list's word comes to for an entry, before it is written down. */
export interface Finding {
  trace: Pick<ComparisonTrace, 'result' | 'hukou' | 'question' | 'kept'>
  changes: Partial<LedgerEntry>
  /** The line of history. It speaks from another source and is shown to the verified alone, unless `told`. */
  what: string
  told?: true
  conflict?: Omit<Conflict, 'source'>
  effects?: PendingEffect[]
}
