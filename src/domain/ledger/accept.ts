import { messageOfAcceptance } from '../messages'
import { chineseDate, type BeijingDate } from '../time'
import { noSuchEntry, refused, versionConflict, type Decision } from './decision'
import type { LedgerEntry, Registration } from './entry'
import { nextVersion, type ChangeNote } from './nextVersion'
import { isBound, openRegistration } from './own'
import type { PendingEffect } from './pending'

/** An acceptance of a pending unemployment registration, by whoever may: the counter, a comparison, staff. */
export interface Acceptance {
  /** Who accepts, when, from where and why; each stands in history. */
  note: ChangeNote
  /** The day in Beijing it counts from. */
  today: BeijingDate
  districtName: string
  /** The version the caller looked at, where they looked. */
  version?: number
}

/** How long the person may still be told: after a week the news is old, and the app shows it anyway. */
export const TELL_ACCEPTANCE_WITHIN_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Accepts the pending unemployment registration: it counts from today, since benefits and terms run from acceptance (DESIGN,
 * settled 3), and the person is to be told. Accepted already is the same.
 */
export function accept(entry: LedgerEntry | undefined, acceptance: Acceptance): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  const registration = openRegistration(entry, 'unemployment')
  if (!registration) return nothingPending(entry)
  if (registration.status === 'active') return { outcome: 'same', entry }
  if (acceptance.version !== undefined && acceptance.version !== entry.version) return versionConflict()
  const { note, today } = acceptance
  const accepted: Registration = { ...registration, status: 'active', acceptedAt: note.at, effectiveFrom: today }
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      // what became of an earlier message says nothing of this one
      { registrations: entry.registrations.map(each => (each === registration ? accepted : each)), told: undefined },
      note,
      `失业登记已受理，从${chineseDate(today)}起算`,
      isBound(entry) ? [telling(entry, acceptance)] : [],
    ),
  }
}

function nothingPending(entry: LedgerEntry): Decision<LedgerEntry> {
  return openRegistration(entry, 'jobSeeking')
    ? refused('NOT_ALLOWED', '这份登记里只有求职登记，交了就生效，不用受理。请核对登记编号')
    : refused('NOT_ALLOWED', '这份登记里没有在等受理的失业登记，可能本人已经撤回。请核对登记编号，或请本人重新提交')
}

const telling = ({ _id, version }: LedgerEntry, { note, today, districtName }: Acceptance): PendingEffect => ({
  id: `${_id}:${version + 1}:message:registrationAccepted`,
  kind: 'sendMessage',
  template: 'registrationAccepted',
  facts: messageOfAcceptance(districtName, today),
  notAfter: Date.parse(note.at) + TELL_ACCEPTANCE_WITHIN_MS,
})
