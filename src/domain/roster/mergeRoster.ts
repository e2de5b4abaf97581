import { DESTINATIONS, isStronger } from '../destination'
import {
  firstContactDue,
  fits,
  hasDied,
  isOpen,
  isPhoneToken,
  mayReplace,
  nextVersion,
  openRegistration,
  saidOn,
  type DestinationRecord,
  type LedgerEntry,
  type LedgerStatus,
  type Registration,
} from '../ledger'
import { listedRegistration, registrationsAfter } from './listedRegistration'
import { LISTED } from './newFromRoster'
import type { RosterRow } from './readRow'
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

/** What a row comes to with the entry of its person. */
export type RosterOutcome =
  | { outcome: 'changed'; entry: LedgerEntry }
  /** `again`: what this import already did to it, before it was cut off. `confirms`: a newer list says what an older one said. */
  | { outcome: 'same'; again?: 'new' | 'changed'; confirms?: true }
  | { outcome: 'otherName' }
  | { outcome: 'full' }

/** Whether the person has told the ledger about themselves: then their word stands, and the list's beside it. */
const hasToldUs = (entry: Pick<LedgerEntry, 'handlingBy'>): boolean => entry.handlingBy === 'self'

/** What this very import already did to an entry, before it was cut off. */
const doneBy = (entry: LedgerEntry, { taskId }: RosterImport): 'new' | 'changed' | undefined => {
  const ours = entry.history.filter(({ byId, source }) => source === 'import' && byId === taskId)
  if (ours.length === 0) return undefined
  return ours.some(({ version }) => version === 1) ? 'new' : 'changed'
}

/**
 * A row meets the entry of its ID number. The same row, or an older list of the kind, changes nothing; another name is nobody's
 * to guess; otherwise the list's facts take their place beside what the person, staff or the other list said, which stays
 * (precedence: ledger/precedence.ts).
 */
export function mergeRoster(entry: LedgerEntry, keyed: KeyedRow, run: RosterImport, sealer: Sealer): RosterOutcome {
  const before = entry[FACTS_FIELD[run.list]]
  if (before?.hash === keyed.hash) {
    const again = doneBy(entry, run)
    if (again) return { outcome: 'same', again }
    return saidOn(before) < run.asOf ? { outcome: 'same', confirms: true } : { outcome: 'same' }
  }
  if (!entry.search.includes(keyed.nameToken)) return { outcome: 'otherName' }
  if (before && saidOn(before) > run.asOf) return { outcome: 'same' }
  const changes = merged(entry, keyed, run, sealer)
  const changed = nextVersion(entry, changes, noteOf(run), whatOf(entry, changes, keyed.row, run))
  return fits(changed) ? { outcome: 'changed', entry: changed } : { outcome: 'full' }
}

function merged(entry: LedgerEntry, keyed: KeyedRow, run: RosterImport, sealer: Sealer): Partial<LedgerEntry> {
  const { row } = keyed
  const told = hasToldUs(entry)
  const standing = told ? 'self' : 'roster'
  const registrations = registrationsOf(entry, row, run)
  const destination =
    run.list === 'graduates' ? destinationAfter(entry, destinationOf(keyed, run), run) : entry.destination
  const status = statusAfter(entry, registrations, destination, run)
  return {
    [FACTS_FIELD[run.list]]: factsOf(keyed, run),
    ...(destination === entry.destination ? {} : { destination }),
    registrations,
    status,
    ...handledAfter(entry, registrations),
    // a list that names somebody is a ground of its own: the district has to serve them
    ...(entry.erased ? { erased: undefined } : {}),
    ...(status === 'open' && entry.nextDue === undefined
      ? { nextDue: firstContactDue(run.campaign, run.today) }
      : status === 'closed'
        ? { nextDue: undefined }
        : {}),
    ...(entry.assurance === 'claimed' && told ? { assurance: 'matched' as const } : {}),
    ...(mayReplace('education', 'roster', standing) ? schoolingAfter(entry, row, registrations, run) : {}),
    ...(mayReplace('intention', 'roster', standing) && run.list === 'graduates'
      ? { intention: { ...entry.intention, ...wishOf(row) } }
      : {}),
    ...phoneAfter(entry, row, run, mayReplace('phone', 'roster', standing), sealer),
  }
}

function registrationsOf(entry: LedgerEntry, row: RosterRow, run: RosterImport): Registration[] {
  if (run.list === 'graduates' || hasDied(entry)) return entry.registrations
  const said = listedRegistration(row, run, entry.handlingDistrict ?? row.district)
  return said ? registrationsAfter(entry, said, run) : entry.registrations
}

/** Whoever is registered is served, and a graduate without a destination; the youth's list is done with whom it names as ended. */
function statusAfter(
  entry: LedgerEntry,
  registrations: readonly Registration[],
  destination: DestinationRecord | undefined,
  { list }: RosterImport,
): LedgerStatus {
  if (registrations.some(isOpen)) return 'open'
  if (hasDied(entry)) return 'closed'
  if (list === 'graduates' || entry.roster) return destination === undefined ? 'open' : 'closed'
  return entry.registrations.some(isOpen) ? 'closed' : entry.status
}

/** The list names the district that already serves them, where nobody has said another. */
function handledAfter(entry: LedgerEntry, registrations: readonly Registration[]): Partial<LedgerEntry> {
  const district = registrations.find(isOpen)?.district
  return entry.handlingDistrict !== undefined || district === undefined
    ? {}
    : { handlingDistrict: district, handlingBy: 'distribution' }
}

/** The graduates' list knows the schooling; the youth's need not say it, and speaks where no other list does. */
function schoolingAfter(
  entry: LedgerEntry,
  row: RosterRow,
  registrations: Registration[],
  run: RosterImport,
): Partial<LedgerEntry> {
  const { education, destination, origin } = run.list === 'youth' ? (entry.roster ?? row) : row
  const { registeredOn: _on, endedOn: _until, ...person } = row
  const told = run.list === 'graduates' && !row.endedOn ? row.registeredOn : undefined
  const since = openRegistration({ registrations }, 'unemployment')?.effectiveFrom ?? told
  const said: RosterRow = {
    ...person,
    education,
    destination,
    origin: origin ?? row.origin,
    ...(since ? { registeredOn: since } : {}),
  }
  const facets = rosterFacets(said, run.today, run.campaign)
  return {
    education,
    category: facets.category,
    cohort: facets.cohort,
    priority: Math.min(facets.priority, entry.sealed.certified ? entry.priority : 3),
    bornOn: row.bornOn ?? entry.bornOn,
  }
}

/** Whether the other list speaks of a later day; of the same day the graduates' list speaks first, whichever was taken in first. */
function isOutdated({ roster, youthList }: LedgerEntry, { list, asOf }: RosterImport): boolean {
  if (list === 'youth') return roster !== undefined && saidOn(roster) >= asOf
  return youthList !== undefined && saidOn(youthList) > asOf
}

/** The newest list's number is always kept as the lists'; it is the one to call only where the person gave none. */
function phoneAfter(
  entry: LedgerEntry,
  row: RosterRow,
  run: RosterImport,
  speaks: boolean,
  sealer: Sealer,
): Partial<LedgerEntry> {
  if (!row.phone || (entry.sealed.rosterPhone && isOutdated(entry, run))) return {}
  const rosterPhone = sealer.seal(entry._id, 'rosterPhone', row.phone)
  if (!speaks && entry.sealed.phone) return { sealed: { ...entry.sealed, rosterPhone } }
  return {
    sealed: { ...entry.sealed, rosterPhone, phone: sealer.seal(entry._id, 'phone', row.phone) },
    search: [...entry.search.filter(token => !isPhoneToken(token)), sealer.phoneToken(row.phone)],
  }
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

function whatOf(entry: LedgerEntry, changes: Partial<LedgerEntry>, row: RosterRow, { list }: RosterImport): string {
  const parts = [entry[FACTS_FIELD[list]] ? '名单信息更新' : LISTED[list]]
  if ('destination' in changes)
    parts.push(
      changes.destination ? `去向：${DESTINATIONS[changes.destination.code].name}` : '名单上又没有工作了，接着服务',
    )
  if (changes.assurance) parts.push('姓名和证件号码与名单一致')
  if (hasToldUs(entry) && row.education.level !== entry.education.level) parts.push('学历以本人填的为准')
  return parts.join('；')
}
