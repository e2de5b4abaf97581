import type { Campaign } from '../campaign'
import { destinationGroup, isVerified, type DestinationGroup, type VerificationMethod } from '../destination'
import type { DistrictKey } from '../district'
import {
  contactStateOf,
  dayOf,
  firstContactDue,
  firstSpokenOn,
  isListed,
  recordedUntil,
  servedOf,
  servicesDue,
  ALL_SERVED,
  type ContactState,
  type LedgerEntry,
} from '../ledger'
import type { Kind } from '../registration'
import { ageOn, monthsBetween, type BeijingDate } from '../time'

/** Who counts an entry: the district that handles it, or the municipal pool (DESIGN, settled 4). */
export type Unit = DistrictKey | 'pool'

/** The part of an entry that reports read. */
export const REPORTED_FIELDS = [
  '_id',
  'source',
  'handlingDistrict',
  'category',
  'cohort',
  'status',
  'contactState',
  'served',
  'bornOn',
  'education',
  'intention',
  'roster',
  'youthList',
  'destination',
  'formerDestinations',
  'preparation',
  'formerPreparations',
  'registrations',
  'contacts',
  'services',
  'erased',
  'createdAt',
  'updatedAt',
  'sealed.phone',
] as const
export type ReportedEntry = Pick<LedgerEntry, Exclude<(typeof REPORTED_FIELDS)[number], 'sealed.phone'>> & {
  sealed?: { phone?: string }
}

/** A registration as it stood on the day. */
export interface RegistrationOnDay {
  kind: Kind
  /** The person filed it in the mini-program; otherwise a list brought it. */
  byPerson: boolean
  state: 'filed' | 'active' | 'ended'
  filedOn: BeijingDate
  endedOn?: BeijingDate
  /** Whole months in force, while it is. */
  months?: number
}

/**
 * An entry on a day, worked out from its dated facts. What has no date of its own (district, category, wish, schooling, phone) is
 * as the entry has it now; `changedSince` says that it was changed after the day.
 */
export interface EntryOnDay {
  unit: Unit
  changedSince: boolean
  source: 'list' | 'self' | 'survey'
  cohort: number | undefined
  category: string
  wish: 'yes' | 'no' | 'unknown'
  /** The person had their data erased, and no list names them. */
  erased: boolean
  lacks: { phone: boolean; study: boolean; district: boolean }
  bornOn: BeijingDate | undefined
  /** 周岁. */
  age: number | undefined
  /** `undated`: somebody noted it without a day, and the entry was changed since. */
  contact: ContactState | 'undated'
  contactedOn: BeijingDate | undefined
  served: number | 'undated'
  destination: { group: DestinationGroup; method: VerificationMethod; verified: boolean } | undefined
  /** Taking part in preparation for work, or having taken part. */
  preparation: 'underWay' | 'ended' | undefined
  registrations: RegistrationOnDay[]
  conflict: boolean
  /** Whether there was a time up to the day without work, as far as the ledger knew. */
  everWithoutWork: boolean
  contactDue: BeijingDate
  servicesDue: BeijingDate
}

/** The entry at the end of a day; undefined where it was not in the ledger yet. */
export function onDay(
  entry: ReportedEntry,
  day: BeijingDate,
  campaign: Campaign,
  conflict: boolean,
): EntryOnDay | undefined {
  const since = dayOf(entry.createdAt)
  if (since > day) return undefined
  const changedSince = dayOf(entry.updatedAt) > day
  const registrations = entry.registrations.flatMap(each => registrationOn(each, day))
  const wantsWork = entry.intention?.wantsWork
  const { education } = entry
  return {
    unit: entry.handlingDistrict ?? 'pool',
    changedSince,
    source: isListed(entry) && entry.source !== 'survey' ? 'list' : entry.source === 'survey' ? 'survey' : 'self',
    cohort: entry.cohort,
    category: entry.category,
    wish: wantsWork === undefined ? 'unknown' : wantsWork ? 'yes' : 'no',
    erased: entry.erased !== undefined && dayOf(entry.erased.at) <= day && !isListed(entry),
    lacks: {
      phone: !entry.sealed?.phone,
      study: !education.school || !education.graduatedOn,
      district: !entry.handlingDistrict,
    },
    bornOn: entry.bornOn,
    age: entry.bornOn === undefined ? undefined : ageOn(entry.bornOn, day),
    ...contactOn(entry, day, changedSince, campaign),
    served: servedOn(entry, day, changedSince),
    destination: destinationOn(entry, day),
    preparation: preparationOn(entry, day),
    registrations,
    conflict,
    everWithoutWork: registrations.length > 0 || wasWithoutDestination(entry, day),
    contactDue: firstContactDue(campaign, since),
    servicesDue: servicesDue(campaign, since),
  }
}

function registrationOn(
  { kind, ruleVersion, filedAt, acceptedAt, effectiveFrom, endedAt }: LedgerEntry['registrations'][number],
  day: BeijingDate,
): RegistrationOnDay[] {
  const filedOn = dayOf(filedAt)
  if (filedOn > day) return []
  const byPerson = ruleVersion !== 'list'
  const endedOn = endedAt && dayOf(endedAt) <= day ? dayOf(endedAt) : undefined
  if (endedOn) return [{ kind, byPerson, state: 'ended', filedOn, endedOn }]
  const accepted = kind === 'jobSeeking' || (acceptedAt !== undefined && dayOf(acceptedAt) <= day)
  if (!accepted) return [{ kind, byPerson, state: 'filed', filedOn }]
  return [{ kind, byPerson, state: 'active', filedOn, months: monthsBetween(effectiveFrom ?? filedOn, day) }]
}

function contactOn(
  { contacts = [], contactState }: ReportedEntry,
  day: BeijingDate,
  changedSince: boolean,
  { deadlines }: Campaign,
): Pick<EntryOnDay, 'contact' | 'contactedOn'> {
  const attempts = deadlines.contactAttempts.value
  const then = recordedUntil(contacts, day)
  const told = contactStateOf(then, attempts)
  const contactedOn = firstSpokenOn(then)
  // the records account for the whole of what is noted, or nobody was ever contacted
  if (contactState === 'none' || contactStateOf(contacts, attempts) === contactState)
    return { contact: told, contactedOn }
  if (!changedSince) return { contact: contactState, contactedOn }
  return { contact: told === 'none' ? 'undated' : told, contactedOn }
}

function servedOn({ services = [], served }: ReportedEntry, day: BeijingDate, changedSince: boolean) {
  const told = servedOf(recordedUntil(services, day))
  if (served === 0 || servedOf(services) === served) return told
  if (!changedSince) return served
  return told === ALL_SERVED ? told : 'undated'
}

const stoodOn = (recordedAt: string, replacedAt: string | undefined, day: BeijingDate): boolean =>
  dayOf(recordedAt) <= day && (replacedAt === undefined || dayOf(replacedAt) > day)

function destinationOn(entry: ReportedEntry, day: BeijingDate): EntryOnDay['destination'] {
  const record = recordsOf(entry.formerDestinations, entry.destination).find(each =>
    stoodOn(each.recordedAt, each.replacedAt, day),
  )
  if (!record) return undefined
  const group = destinationGroup(record.code)
  return group === 'unemployed' ? undefined : { group, method: record.method, verified: isVerified(record.method) }
}

function preparationOn(entry: ReportedEntry, day: BeijingDate): EntryOnDay['preparation'] {
  const known = recordsOf(entry.formerPreparations, entry.preparation).filter(
    ({ recordedAt, since }) => dayOf(recordedAt) <= day && since <= day,
  )
  if (known.length === 0) return undefined
  const underWay = known.some(
    ({ recordedAt, replacedAt, until }) =>
      stoodOn(recordedAt, replacedAt, day) && (until === undefined || until >= day),
  )
  return underWay ? 'underWay' : 'ended'
}

/** Former records and the present one, oldest first. */
const recordsOf = <T extends { recordedAt: string }>(
  former: readonly (T & { replacedAt: string })[] = [],
  present: T | undefined,
): (T & { replacedAt?: string })[] => [...former, ...(present ? [present] : [])]

/** Whether the ledger at some time up to the day knew of no destination. */
function wasWithoutDestination(entry: ReportedEntry, day: BeijingDate): boolean {
  const records = recordsOf(entry.formerDestinations, entry.destination).filter(each => dayOf(each.recordedAt) <= day)
  let coveredUntil: string | undefined = entry.createdAt
  for (const { recordedAt, replacedAt, code } of records) {
    if (coveredUntil === undefined || recordedAt > coveredUntil || destinationGroup(code) === 'unemployed') return true
    coveredUntil = replacedAt !== undefined && dayOf(replacedAt) <= day ? replacedAt : '9'
  }
  return coveredUntil !== '9'
}
