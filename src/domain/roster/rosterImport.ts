import { destinationGroup } from '../destination'
import type { ChangeNote, Delivery, DestinationRecord, ListFacts, Sealed } from '../ledger'
import type { IntentionInput } from '../registration'
import type { RosterList } from './columns'
import type { RosterRow } from './readRow'

/** One import of one list. */
export interface RosterImport extends Delivery {
  list: RosterList
}

/** A row with what the function has worked out for it. */
export interface KeyedRow {
  row: RosterRow
  idKey: string
  nameToken: string
  /** Keyed hash of the normalised row. */
  hash: string
}

/** Seals a fact for the entry of an `_id`, and makes search tokens; called only where something is stored. */
export interface Sealer {
  seal: (id: string, field: 'idNumber' | 'name' | 'phone' | 'rosterPhone', text: string) => Sealed
  phoneToken: (phone: string) => string
  lastFourToken: (idNumber: string) => string
}

/** Where an entry keeps what each list says. */
export const FACTS_FIELD = { graduates: 'roster', youth: 'youthList' } as const satisfies Record<RosterList, string>

export const factsOf = ({ row, hash }: KeyedRow, { batch, asOf }: RosterImport): ListFacts => ({
  education: row.education,
  ...(row.destination ? { destination: row.destination } : {}),
  ...(row.origin ? { origin: row.origin } : {}),
  ...(row.district ? { district: row.district } : {}),
  batch,
  asOf,
  hash,
})

/** A destination by the school's own word; a statement, until somebody verifies it. */
export function destinationOf({ row }: KeyedRow, { asOf, at, taskId }: RosterImport): DestinationRecord | undefined {
  const { destination } = row
  if (destination === undefined || destinationGroup(destination) === 'unemployed') return undefined
  return { code: destination, source: 'roster', asOf, method: 'statement', recordedAt: at, recordedBy: taskId }
}

/** 71 and 72 say that somebody doesn't look for work (domain facts §5). */
export const wishOf = ({ destination }: RosterRow): Pick<IntentionInput, 'wantsWork'> => ({
  wantsWork: destination !== '71' && destination !== '72',
})

/** The line of history; whoever holds the account reads it once their identity is verified. */
export const noteOf = ({ at, batch, taskId }: RosterImport): ChangeNote => ({
  at,
  by: 'roster',
  byId: taskId,
  source: 'import',
  why: `导入名单，批次 ${batch}`,
  fromOthers: true,
})
