import type { DistrictKey } from '../district'
import type { MessageKey } from '../messages'
import type { BeijingDate } from '../time'
import type { HistoryEntry } from './history'

/**
 * What a ledger change still has to do elsewhere. It stands in the document that decided it, with a deterministic id, and
 * is applied at once or, if that was cut off, by the scheduler; applying it twice changes nothing (DESIGN, settled 2).
 */
export type PendingEffect =
  | { id: string; kind: 'archiveHistory'; entries: HistoryEntry[]; from: number }
  | { id: string; kind: 'queueReview'; field: TextField; reason: 'review' | 'unchecked' }
  | { id: string; kind: 'recheckText'; field: TextField; openid: string; notBefore: number }
  /** A one-time message to the person's account; its facts are never personal ones. */
  | { id: string; kind: 'sendMessage'; template: MessageKey; facts: Record<string, string>; notAfter: number }
  /** A move tells the district that is left and the one that is come to. */
  | { id: string; kind: 'notifyDistricts'; no: string; from: DistrictKey; to: DistrictKey; why: string; at: string }
  /** An account that staff took an entry from remembers which, by the entry this stands in and when it had come to hold it. */
  | { id: string; kind: 'rememberRelease'; openid: string; since: string }
  /** The account's record of a consent follows what the entry has erased already. */
  | { id: string; kind: 'withdrawConsent'; item: string; at: string; openid: string }
  /**
   * What an erasure owes beyond the entry: archived reasons, queued texts, and all of the account but its consents; the account
   * stays where staff had taken the entry from it, and is erased on its own. `left`: staff took another one that it can't reach.
   */
  | ({ id: string; kind: 'eraseElsewhere' } & ErasesElsewhere)

export interface ErasesElsewhere {
  at: string
  keepUntil: BeijingDate
  listed: boolean
  openid?: string
  left?: true
}

/** Free text of the entry that goes through WeChat's content check. */
export const TEXT_FIELDS = [
  'intention.occupations',
  'intention.note',
  'education.school',
  'education.major',
  'withdrawal.reason',
] as const
export type TextField = (typeof TEXT_FIELDS)[number]
