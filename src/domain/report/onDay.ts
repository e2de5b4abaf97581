import type { Campaign } from '../campaign'
import { destinationGroup, isVerified, type DestinationGroup, type VerificationMethod } from '../destination'
import type { DistrictKey } from '../district'
import {
  contactStateWith,
  dayOf,
  firstContactDue,
  isOwn,
  recordedUntil,
  servedOf,
  servicesDue,
  spokenOn,
  standingOf,
  type ContactState,
  type LedgerEntry,
  type Standing,
} from '../ledger'
import type { Kind } from '../registration'
import { ageOn, monthsBetween, type BeijingDate } from '../time'
import { NO_CONFLICTS, type ConflictsOnDay } from './conflictsOn'

/** Who counts an entry: the district that handles it, or the municipal pool (DESIGN, settled 4). */
export type Unit = DistrictKey | 'pool'

/** The part of an entry that reports read. */
export const REPORTED_FIELDS = [
  '_id',
  'idKey',
  'source',
  'handlingDistrict',
  'category',
  'cohort',
  'priority',
  'status',
  'contactState',
  'served',
  'bornOn',
  'education',
  'intention',
  'roster',
  'youthList',
  'compared',
  'destination',
  'formerDestinations',
  'preparation',
  'formerPreparations',
  'formerStandings',
  'registrations',
  'contacts',
  'services',
  'erased',
  'createdAt',
  'sealed.phone',
] as const
export type ReportedEntry = Pick<LedgerEntry, Exclude<(typeof REPORTED_FIELDS)[number], 'sealed.phone'>> & {
  sealed?: { phone?: string }
}

/** A registration as it stood on the day. */
export interface RegistrationOnDay {
  kind: Kind
  state: 'filed' | 'active' | 'ended'
  /** Since when it is registered: filed here, or by a list's word. */
  filedOn: BeijingDate
  /** When the person asked for it in the mini-program; undefined where only a list had brought it. */
  askedOn?: BeijingDate
  endedOn?: BeijingDate
  /** Whole months in force, while it is. */
  months?: number
}

/** An entry at the end of a day, worked out from its dated facts and its former standings: nothing of today is in it. */
export interface EntryOnDay {
  unit: Unit
  source: 'list' | 'self' | 'survey'
  cohort: number | undefined
  category: string
  /** 0 (first) to 3: graduates of families in hardship, then youth long without work. */
  priority: number
  wish: 'yes' | 'no' | 'unknown'
  /** The person had their data erased, and no list names them. */
  erased: boolean
  /** They did so after the day: what went can't be told any more. */
  erasedSince: boolean
  lacks: { phone: boolean; study: boolean; district: boolean }
  bornOn: BeijingDate | undefined
  /** 周岁. */
  age: number | undefined
  contact: ContactState
  /** Days on which the person was spoken to, the first one first; none where only the result was noted. */
  spokenOn: readonly BeijingDate[]
  served: number
  destination: { group: DestinationGroup; method: VerificationMethod; verified: boolean } | undefined
  /** Taking part in preparation for work, or having taken part. */
  preparation: 'underWay' | 'ended' | undefined
  registrations: readonly RegistrationOnDay[]
  /** Nobody but the person asked for anything, and all they asked for has ended. */
  withdrawn: boolean
  conflict: boolean
  /** Whether there was a time up to the day without work, as far as the ledger knew. */
  everWithoutWork: boolean
  contactDue: BeijingDate
  servicesDue: BeijingDate
}

/** The entry at the end of a day; undefined where it was not in the ledger yet, or was nobody's any more. */
export function onDay(
  entry: ReportedEntry,
  day: BeijingDate,
  campaign: Campaign,
  conflicts: ConflictsOnDay = NO_CONFLICTS,
): EntryOnDay | undefined {
  const since = dayOf(entry.createdAt)
  const stood = stoodAs(entry, day)
  if (since > day || stood.freed || (stood.died && conflicts.died)) return undefined
  const registrations = entry.registrations.flatMap(each => registrationOn(each, day))
  const contacts = recordedUntil(entry.contacts ?? [], day)
  const erasedOn = entry.erased && dayOf(entry.erased.at)
  const destination = destinationOn(entry, day)
  const owedSince = (destination ? undefined : lastWithoutSince(entry, day)) ?? since
  return {
    unit: stood.district ?? 'pool',
    source: entry.source === 'survey' ? 'survey' : stood.listed ? 'list' : 'self',
    cohort: stood.cohort,
    category: stood.category,
    priority: stood.priority ?? entry.priority,
    wish: stood.wantsWork === undefined ? 'unknown' : stood.wantsWork ? 'yes' : 'no',
    erased: erasedOn !== undefined && erasedOn <= day && !stood.listed,
    erasedSince: erasedOn !== undefined && erasedOn > day,
    lacks: { phone: !stood.phone, study: !stood.study, district: !stood.district },
    bornOn: entry.bornOn,
    age: entry.bornOn === undefined ? undefined : ageOn(entry.bornOn, day),
    contact: contactStateWith(stood.contactState, contacts, campaign.deadlines.contactAttempts.value),
    spokenOn: spokenOn(contacts),
    served: stood.served | servedOf(recordedUntil(entry.services ?? [], day)),
    destination,
    preparation: preparationOn(entry, day),
    registrations,
    withdrawn: !stood.listed && registrations.length > 0 && registrations.every(({ state }) => state === 'ended'),
    conflict: conflicts.waiting,
    everWithoutWork: registrations.length > 0 || wasWithoutDestination(entry, day),
    contactDue: firstContactDue(campaign, owedSince),
    servicesDue: servicesDue(campaign, owedSince),
  }
}

/** What held on the day of all that has no date of its own. */
const stoodAs = (entry: ReportedEntry, day: BeijingDate): Standing =>
  entry.formerStandings?.find(({ replacedAt }) => dayOf(replacedAt) > day) ?? standingOf(entry)

function registrationOn(registration: LedgerEntry['registrations'][number], day: BeijingDate): RegistrationOnDay[] {
  const { kind, filedAt, claimedAt, acceptedAt, effectiveFrom, endedAt } = registration
  const filedOn = dayOf(filedAt)
  if (filedOn > day) return []
  const askedAt = claimedAt ?? (isOwn(registration) ? filedAt : undefined)
  const asked = askedAt !== undefined && dayOf(askedAt) <= day ? { askedOn: dayOf(askedAt) } : {}
  const endedOn = endedAt && dayOf(endedAt) <= day ? dayOf(endedAt) : undefined
  if (endedOn) return [{ kind, state: 'ended', filedOn, ...asked, endedOn }]
  const accepted = kind === 'jobSeeking' || (acceptedAt !== undefined && dayOf(acceptedAt) <= day)
  if (!accepted) return [{ kind, state: 'filed', filedOn, ...asked }]
  return [{ kind, state: 'active', filedOn, ...asked, months: monthsBetween(effectiveFrom ?? filedOn, day) }]
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

/** The last day on which a destination was over; undefined where none ever was. */
const lastWithoutSince = ({ formerDestinations = [] }: ReportedEntry, day: BeijingDate): BeijingDate | undefined =>
  formerDestinations
    .filter(({ code, replacedAt }) => destinationGroup(code) !== 'unemployed' && dayOf(replacedAt) <= day)
    .map(({ replacedAt }) => dayOf(replacedAt))
    .sort()
    .at(-1)

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
