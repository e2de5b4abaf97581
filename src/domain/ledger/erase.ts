import { KINDS } from '../registration'
import type { BeijingDate } from '../time'
import { HARDSHIPS_TAKEN_BACK, HARDSHIPS_TOLD } from './correct'
import { notRegistered, versionConflict, type Decision } from './decision'
import type { LedgerEntry, Registration, Sealed } from './entry'
import type { HistoryEntry } from './history'
import { nextVersion } from './nextVersion'
import { isListed, isOpen, listFactsOf } from './own'
import type { PendingEffect } from './pending'
import { unboundAccount } from './releaseBinding'
import { isPhoneToken } from './searchTokens'
import { withdrawalLine } from './withdraw'

/** An erasure at the person's own wish, with what the function has looked up or sealed for it. */
export interface Erasure {
  /** The version the person looked at, where they looked. */
  version?: number
  /** The account that is erased with it; `left`: staff had taken another entry from it that it can't reach. */
  openid?: string
  left?: true | undefined
  /** ISO 8601 UTC. */
  at: string
  /** The day in Beijing from which what stays goes too. */
  keepUntil: BeijingDate
  /** 0 (first) to 3, without what the person had told. */
  priority: number
  /** The phone number of the roster, sealed in the phone's place again; absent where the roster gave none. */
  rosterPhone?: { sealed: Sealed; token: string }
}

/** Why a registration ended, as history and the registration say it. */
export const ERASURE_REASON = '本人申请删除'

/** What stands where the person's own words stood. */
export const ERASED_TEXT = '原因已按本人要求删除'

const WITHDRAWALS = KINDS.map(withdrawalLine)

/**
 * A line of history without the words the person had typed, and without that there were hardships, which the priority no
 * longer tells either; doing it twice changes nothing.
 */
export function withoutOwnWords(line: HistoryEntry): HistoryEntry {
  if (line.by !== 'self') return line
  if (WITHDRAWALS.includes(line.what)) return { ...line, why: ERASED_TEXT }
  const parts = line.what.split('；')
  const left = parts.filter(part => part !== HARDSHIPS_TOLD && part !== HARDSHIPS_TAKEN_BACK)
  return left.length === parts.length ? line : { ...line, what: left.join('；') || '更正了登记', why: '本人更正' }
}

/**
 * Erases what needs no longer be kept (个人信息保护法 §47): every registration ends, the account is unbound, and of the entry
 * only the trace of the registrations stays. An entry that a list made or names keeps what the list and the departments
 * said, and its district keeps it. Each optional field that isn't named here goes: a new one is erased unless somebody decides
 * that it stays.
 */
export function erase(entry: LedgerEntry | undefined, erasure: Erasure): Decision<LedgerEntry> {
  if (!entry) return notRegistered()
  if (erasure.version !== undefined && erasure.version !== entry.version) return versionConflict()
  const { at, keepUntil, openid, left } = erasure
  const listed = isListed(entry)
  const account = { ...(openid === undefined ? {} : { openid }), ...(left ? { left } : {}) }
  const bare = {
    ...entry,
    history: entry.history.map(withoutOwnWords),
    pending: entry.pending.map(effect =>
      effect.kind === 'archiveHistory' ? { ...effect, entries: effect.entries.map(withoutOwnWords) } : effect,
    ),
  }
  return {
    outcome: 'change',
    entry: nextVersion(
      bare,
      {
        ...gone(entry),
        // nothing of what goes stays behind as former
        formerDestinations: undefined,
        formerPreparations: undefined,
        formerStandings: undefined,
        account: unboundAccount(entry._id),
        assurance: 'claimed',
        sealed: sealedAfter(entry, erasure, listed),
        search: searchAfter(entry, erasure, listed),
        priority: erasure.priority,
        underReview: [],
        registrations: entry.registrations.map(traceOf(at)),
        ...(listed ? asListed(entry) : asTrace(entry)),
        erased: { at, keepUntil },
      },
      { at, by: 'self', source: 'miniprogram', why: ERASURE_REASON },
      listed ? '删除了本人填的内容，登记结束；名单上的信息还在' : '删除了个人信息，登记结束',
      [{ id: `${entry._id}:${entry.version + 1}:erase`, kind: 'eraseElsewhere', at, keepUntil, listed, ...account }],
      isOfThePerson,
    ),
  }
}

/** What can't be left out of an entry, or says nothing about the person that the trace doesn't say. */
const TRACE: ReadonlySet<string> = new Set<keyof LedgerEntry>([
  '_id',
  'version',
  'schema',
  'no',
  'idKey',
  'account',
  'assurance',
  'source',
  'sealed',
  'search',
  'handlingDistrict',
  'assignedDistrict',
  'category',
  'cohort',
  'status',
  'priority',
  'contactState',
  'served',
  'contacts',
  'services',
  'education',
  'underReview',
  'registrations',
  'history',
  'archived',
  'pending',
  'pendingSince',
  'createdAt',
  'updatedAt',
])

const gone = (entry: LedgerEntry): Partial<LedgerEntry> =>
  Object.fromEntries(Object.keys(entry).flatMap(field => (TRACE.has(field) ? [] : [[field, undefined]])))

/** Messages and checks of texts end with what they were about; what still has to be recorded goes on. */
const isOfThePerson = ({ kind }: PendingEffect): boolean =>
  kind === 'sendMessage' || kind === 'queueReview' || kind === 'recheckText'

/** The interval with its state and the pledges made for it; nothing that recognises what the form said. */
const traceOf =
  (at: string) =>
  ({ requestId: _request, contentKey: _content, ...registration }: Registration): Registration => {
    if (isOpen(registration)) return { ...registration, status: 'ended', endedAt: at, endReason: ERASURE_REASON }
    return registration.endReason === undefined ? registration : { ...registration, endReason: ERASED_TEXT }
  }

/** Nobody serves the person any more. The level stays beside category and cohort, so that the campaign's counts stay true. */
const asTrace = ({ education }: LedgerEntry): Partial<LedgerEntry> => ({
  status: 'closed',
  education: { level: education.level },
})

/** What the lists and the departments said, without what the person had put in its place. */
function asListed(entry: LedgerEntry): Partial<LedgerEntry> {
  const { roster, youthList, destination, formerDestinations, assignedDistrict, handlingBy } = entry
  const chosen = handlingBy === 'self' || handlingBy === undefined
  return {
    status: entry.registrations.some(isOpen) ? 'open' : entry.status,
    nextDue: entry.nextDue,
    bornOn: entry.bornOn,
    street: entry.street,
    roster,
    youthList,
    compared: entry.compared,
    education: listFactsOf(entry)[0]?.education ?? { level: entry.education.level },
    ...(destination?.source === 'self' ? {} : { destination }),
    ...(formerDestinations ? { formerDestinations: formerDestinations.filter(({ source }) => source !== 'self') } : {}),
    // districts write it down, no person does
    preparation: entry.preparation,
    formerPreparations: entry.formerPreparations,
    ...(chosen
      ? assignedDistrict && { handlingDistrict: assignedDistrict, handlingBy: 'distribution' as const }
      : { handlingBy }),
  }
}

function sealedAfter(
  { sealed, destination }: LedgerEntry,
  { rosterPhone }: Erasure,
  listed: boolean,
): LedgerEntry['sealed'] {
  const { idType, idNumber, name, certified, employer } = sealed
  if (!listed) return { idType, idNumber, name }
  return {
    idType,
    idNumber,
    name,
    ...(rosterPhone ? { phone: rosterPhone.sealed } : {}),
    ...(sealed.rosterPhone ? { rosterPhone: sealed.rosterPhone } : {}),
    ...(certified ? { certified } : {}),
    ...(employer && destination?.source !== 'self' ? { employer } : {}),
  }
}

const searchAfter = ({ search }: LedgerEntry, { rosterPhone }: Erasure, listed: boolean): string[] => [
  ...search.filter(token => !isPhoneToken(token)),
  ...(listed && rosterPhone ? [rosterPhone.token] : []),
]
