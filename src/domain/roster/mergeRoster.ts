import type { Campaign } from '../campaign'
import { destinationGroup, DESTINATIONS, isStronger } from '../destination'
import {
  firstContactDue,
  fits,
  FROM_A_LIST,
  hasDied,
  isOpen,
  isOwn,
  isPhoneToken,
  mayReplace,
  nextVersion,
  unboundAccount,
  type DestinationRecord,
  type LedgerEntry,
  type Registration,
  type RosterFacts,
  type Sealed,
} from '../ledger'
import type { BeijingDate } from '../time'
import type { RosterList } from './columns'
import type { RosterRow } from './readRow'
import { rosterFacets } from './rosterFacets'

/** One import of one list. */
export interface RosterImport {
  list: RosterList
  batch: string
  /** The day for which the list holds. */
  asOf: BeijingDate
  /** The task, so that a row done again counts as it did the first time. */
  taskId: string
  /** ISO 8601 UTC, and the day in Beijing. */
  at: string
  today: BeijingDate
  campaign: Campaign
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

/** What a row comes to. */
export type RosterOutcome =
  | { outcome: 'new' | 'changed'; entry: LedgerEntry }
  /** `again`: what this import already did to it, before it was cut off. */
  | { outcome: 'same'; again?: 'new' | 'changed' }
  | { outcome: 'otherName' }
  | { outcome: 'full' }

const factsOf = ({ row, hash }: KeyedRow, { list, batch, asOf }: RosterImport): RosterFacts => ({
  education: row.education,
  ...(row.destination ? { destination: row.destination } : {}),
  ...(row.origin ? { origin: row.origin } : {}),
  ...(row.district ? { district: row.district } : {}),
  list,
  batch,
  asOf,
  hash,
})

/** A destination by the school's own word; a statement, until somebody verifies it. */
function destinationOf({ row }: KeyedRow, { asOf, at, taskId }: RosterImport): DestinationRecord | undefined {
  const { destination } = row
  if (destination === undefined || destinationGroup(destination) === 'unemployed') return undefined
  return { code: destination, source: 'roster', asOf, method: 'statement', recordedAt: at, recordedBy: taskId }
}

/** The registration that the registered youth's list speaks of; in force from the day it names. */
function listedRegistration({ row }: KeyedRow, run: RosterImport): Registration | undefined {
  if (row.registeredOn === undefined || row.district === undefined) return undefined
  const filedAt = `${row.registeredOn}T00:00:00.000Z`
  return {
    kind: 'unemployment',
    basis: 'hukou',
    district: row.district,
    status: row.endedOn ? 'ended' : 'active',
    filedAt,
    acceptedAt: filedAt,
    effectiveFrom: row.registeredOn,
    ...(row.endedOn ? { endedAt: `${row.endedOn}T00:00:00.000Z`, endReason: '名单上已注销' } : {}),
    requestId: `list-${run.batch}`,
    contentKey: `list-${run.batch}`,
    declarations: [],
    campaign: run.campaign.id,
    ruleVersion: FROM_A_LIST,
  }
}

const noteOf = ({ at, batch, taskId }: RosterImport) =>
  ({ at, by: 'roster', byId: taskId, source: 'import', why: `导入名单，批次 ${batch}` }) as const

/** A person nobody knew yet. `id` and `no` are new; the entry belongs to no account until its person files. */
export function newFromRoster(keyed: KeyedRow, run: RosterImport, id: string, no: string, sealer: Sealer): LedgerEntry {
  const { row, idKey, nameToken } = keyed
  const facets = rosterFacets(row, run.today, run.campaign)
  const destination = destinationOf(keyed, run)
  const registration = run.list === 'youth' ? listedRegistration(keyed, run) : undefined
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
    intention: { wantsWork: row.destination !== '71' && row.destination !== '72' },
    roster: factsOf(keyed, run),
    ...(destination ? { destination } : {}),
    underReview: [],
    registrations: registration ? [registration] : [],
    history: [{ ...noteOf(run), what: run.list === 'youth' ? '列入失业青年名单' : '列入毕业生名单', version: 1 }],
    archived: 0,
    pending: [],
    pendingSince: 0,
    createdAt: run.at,
    updatedAt: run.at,
  }
}

/** Whether the person has told the ledger about themselves: then their word stands, and the list's beside it. */
export const hasToldUs = (entry: Pick<LedgerEntry, 'handlingBy'>): boolean => entry.handlingBy === 'self'

/** What this very import already did to an entry, before it was cut off. */
const doneBy = (entry: LedgerEntry, { taskId }: RosterImport): 'new' | 'changed' | undefined => {
  const ours = entry.history.filter(({ byId, source }) => source === 'import' && byId === taskId)
  if (ours.length === 0) return undefined
  return ours.some(({ version }) => version === 1) ? 'new' : 'changed'
}

/**
 * A row meets the entry of its ID number. The same row, or an older list, changes nothing; another name is nobody's to
 * guess; otherwise the list's facts take their place beside what the person or staff said, which stays (precedence: ledger/precedence.ts).
 */
export function mergeRoster(entry: LedgerEntry, keyed: KeyedRow, run: RosterImport, sealer: Sealer): RosterOutcome {
  if (entry.roster?.hash === keyed.hash && entry.roster.list === run.list) {
    const again = doneBy(entry, run)
    return again ? { outcome: 'same', again } : { outcome: 'same' }
  }
  if (!entry.search.includes(keyed.nameToken)) return { outcome: 'otherName' }
  if (entry.roster && entry.roster.asOf > run.asOf) return { outcome: 'same' }
  const changes = merged(entry, keyed, run, sealer)
  const changed = nextVersion(entry, changes, noteOf(run), whatOf(entry, changes))
  return fits(changed) ? { outcome: 'changed', entry: changed } : { outcome: 'full' }
}

function merged(entry: LedgerEntry, keyed: KeyedRow, run: RosterImport, sealer: Sealer): Partial<LedgerEntry> {
  const { row } = keyed
  const told = hasToldUs(entry)
  const standing = told ? 'self' : 'roster'
  const listed = run.list === 'youth' ? listedRegistration(keyed, run) : undefined
  const registrations = registrationsWith(entry, listed)
  const open = registrations.some(isOpen)
  const destination = run.list === 'youth' ? entry.destination : destinationAfter(entry, destinationOf(keyed, run), run)
  const status = open || (destination === undefined && !hasDied(entry)) ? 'open' : 'closed'
  const facets = rosterFacets(row, run.today, run.campaign)
  return {
    roster: factsOf(keyed, run),
    ...(destination === entry.destination ? {} : { destination }),
    registrations,
    status,
    // a list that names somebody is a ground of its own: the district has to serve them
    ...(entry.erased ? { erased: undefined } : {}),
    ...(status === 'open' && entry.nextDue === undefined
      ? { nextDue: firstContactDue(run.campaign, run.today) }
      : status === 'closed'
        ? { nextDue: undefined }
        : {}),
    ...(entry.assurance === 'claimed' && told ? { assurance: 'matched' as const } : {}),
    ...(mayReplace('education', 'roster', standing)
      ? {
          education: row.education,
          category: facets.category,
          cohort: facets.cohort,
          priority: Math.min(facets.priority, entry.sealed.certified ? entry.priority : 3),
          bornOn: row.bornOn ?? entry.bornOn,
        }
      : {}),
    ...phoneAfter(entry, row, mayReplace('phone', 'roster', standing), sealer),
  }
}

/** The list's number is always kept as the list's; it is the one to call only where the person gave none. */
function phoneAfter(entry: LedgerEntry, row: RosterRow, speaks: boolean, sealer: Sealer): Partial<LedgerEntry> {
  if (!row.phone) return {}
  const rosterPhone = sealer.seal(entry._id, 'rosterPhone', row.phone)
  if (!speaks && entry.sealed.phone) return { sealed: { ...entry.sealed, rosterPhone } }
  return {
    sealed: { ...entry.sealed, rosterPhone, phone: sealer.seal(entry._id, 'phone', row.phone) },
    search: [...entry.search.filter(token => !isPhoneToken(token)), sealer.phoneToken(row.phone)],
  }
}

/** One open unemployment registration at a time: the person's own stays, the list's is added or follows its newer word. */
function registrationsWith(entry: LedgerEntry, listed: Registration | undefined): Registration[] {
  if (!listed) return entry.registrations
  const others = entry.registrations.filter(each => !(!isOwn(each) && each.effectiveFrom === listed.effectiveFrom))
  const ownOpen = others.some(each => each.kind === 'unemployment' && isOpen(each))
  return ownOpen && listed.status === 'active' ? others : [...others, listed]
}

/** The stronger verification wins; between equals the newer day; a list that says "without work" ends a list's own earlier word. */
function destinationAfter(
  entry: LedgerEntry,
  said: DestinationRecord | undefined,
  run: RosterImport,
): DestinationRecord | undefined {
  const before = entry.destination
  if (!before) return said
  if (!said) return before.source === 'roster' && before.asOf <= run.asOf ? undefined : before
  if (isStronger(before.method, said.method)) return before
  return before.asOf > said.asOf && before.method === said.method ? before : said
}

function whatOf(entry: LedgerEntry, changes: Partial<LedgerEntry>): string {
  const parts = ['名单信息更新']
  if ('destination' in changes)
    parts.push(
      changes.destination ? `去向：${DESTINATIONS[changes.destination.code].name}` : '名单上又没有工作了，接着服务',
    )
  if (changes.assurance) parts.push('姓名和证件号码与名单一致')
  if (changes.education && hasToldUs(entry)) parts.push('学历以本人填的为准')
  return parts.join('；')
}
