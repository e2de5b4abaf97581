import { firstContactDue, unboundAccount, type LedgerEntry } from '../ledger'
import type { RosterList } from './columns'
import { listedRegistration } from './listedRegistration'
import { rosterFacets } from './rosterFacets'
import {
  destinationOf,
  FACTS_FIELD,
  factsOf,
  noteOf,
  wishOf,
  type KeyedRow,
  type RosterImport,
  type Sealer,
} from './rosterImport'

/** What history says of somebody whom a list names for the first time. */
export const LISTED: Record<RosterList, string> = { graduates: '列入毕业生名单', youth: '列入失业青年名单' }

/** A person nobody knew yet. `id` and `no` are new; the entry belongs to no account until its person files. */
export function newFromRoster(keyed: KeyedRow, run: RosterImport, id: string, no: string, sealer: Sealer): LedgerEntry {
  const { row, idKey, nameToken } = keyed
  const facets = rosterFacets(row, run.today, run.campaign)
  const destination = destinationOf(keyed, run)
  const registration = run.list === 'youth' ? listedRegistration(row, run) : undefined
  const open = run.list === 'youth' ? row.endedOn === undefined : destination === undefined
  return {
    _id: id,
    version: 1,
    schema: 1,
    no,
    idKey,
    account: unboundAccount(id),
    assurance: 'claimed',
    source: 'roster',
    sealed: {
      idNumber: sealer.seal(id, 'idNumber', row.idNumber),
      idType: row.idType,
      name: sealer.seal(id, 'name', row.name),
      ...(row.phone
        ? { phone: sealer.seal(id, 'phone', row.phone), rosterPhone: sealer.seal(id, 'rosterPhone', row.phone) }
        : {}),
    },
    search: [nameToken, ...(row.phone ? [sealer.phoneToken(row.phone)] : []), sealer.lastFourToken(row.idNumber)],
    // the youth's list names the district that already serves them
    ...(registration ? { handlingDistrict: registration.district, handlingBy: 'distribution' as const } : {}),
    category: facets.category,
    ...(facets.cohort === undefined ? {} : { cohort: facets.cohort }),
    status: open ? 'open' : 'closed',
    priority: facets.priority,
    contactState: 'none',
    served: 0,
    ...(open ? { nextDue: firstContactDue(run.campaign, run.today) } : {}),
    ...(row.bornOn ? { bornOn: row.bornOn } : {}),
    education: row.education,
    intention: wishOf(row),
    [FACTS_FIELD[run.list]]: factsOf(keyed, run),
    ...(destination ? { destination } : {}),
    underReview: [],
    registrations: registration ? [registration] : [],
    history: [{ ...noteOf(run), what: LISTED[run.list], version: 1 }],
    archived: 0,
    pending: [],
    pendingSince: 0,
    createdAt: run.at,
    updatedAt: run.at,
  }
}
