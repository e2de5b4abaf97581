import type { Kind } from '../registration'
import { notRegistered, refused, versionConflict, type Decision } from './decision'
import type { LedgerEntry } from './entry'
import { nextVersion } from './nextVersion'
import { isOpen, KIND_NAMES, openRegistration } from './own'
import { supersedes, textEffects, underReviewAfter, type TextFindings } from './texts'

export interface Withdrawal {
  version: number
  kind: Kind
  reason: string
  /** What the content check said of the reason. */
  findings: TextFindings
  account: string
  at: string
}

/** What history says of a withdrawal; its `why` is the person's own text. */
export const withdrawalLine = (kind: Kind): string => `撤回${KIND_NAMES[kind]}`

/** Ends the open registration of one kind; the other stays. The entry closes with its last open registration. */
export function withdraw(entry: LedgerEntry | undefined, withdrawal: Withdrawal): Decision<LedgerEntry> {
  if (!entry) return notRegistered()
  if (alreadyDone(entry, withdrawal)) return { outcome: 'same', entry }
  if (entry.version !== withdrawal.version) return versionConflict()
  const { kind, reason, at, findings } = withdrawal
  const ending = openRegistration(entry, kind)
  if (!ending) return refused('NOT_FOUND', `你现在没有在册的${KIND_NAMES[kind]}`)
  const registrations = entry.registrations.map(registration =>
    registration === ending
      ? { ...registration, status: 'ended' as const, endedAt: at, endReason: reason }
      : registration,
  )
  const stays = registrations.some(isOpen)
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      {
        registrations,
        status: stays ? 'open' : 'closed',
        nextDue: stays ? entry.nextDue : undefined,
        underReview: underReviewAfter(entry.underReview, ['withdrawal.reason'], findings),
      },
      { at, by: 'self', source: 'miniprogram', why: reason },
      withdrawalLine(kind),
      textEffects(entry._id, entry.version + 1, findings, withdrawal.account, Date.parse(at)),
      supersedes(['withdrawal.reason']),
    ),
  }
}

/** The same withdrawal was the last thing that happened: its answer was lost and it was sent again. */
function alreadyDone(entry: LedgerEntry, { version, kind, reason }: Withdrawal): boolean {
  const last = entry.registrations.filter(registration => registration.kind === kind).at(-1)
  return entry.version === version + 1 && last?.status === 'ended' && last.endReason === reason
}
