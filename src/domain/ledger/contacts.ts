import { beijingDate, type BeijingDate } from '../time'
import type { ContactState } from './entry'

/** What came of one try to reach somebody (domain facts §4). */
export const CONTACT_RESULTS = ['reached', 'unreachable', 'refused'] as const
export type ContactResult = (typeof CONTACT_RESULTS)[number]

export const CONTACT_RESULT_NAMES: Record<ContactResult, string> = {
  reached: '已联系',
  unreachable: '没联系上',
  refused: '拒绝服务',
}

/** How contact stands, as staff read it. */
export const CONTACT_STATE_NAMES: Record<ContactState, string> = {
  none: '还没联系上',
  reached: '已联系',
  unreachable: '联系不上',
  refused: '拒绝服务',
}

export const CONTACT_CHANNELS = ['phone', 'message', 'counter', 'visit'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const CONTACT_CHANNEL_NAMES: Record<ContactChannel, string> = {
  phone: '电话',
  message: '短信微信',
  counter: '窗口',
  visit: '上门',
}

/** One try to reach somebody. It holds no fact about the person. */
export interface ContactRecord {
  /** ISO 8601 UTC, or the day in Beijing where nobody noted the time. */
  at: string
  result: ContactResult
  channel: ContactChannel
  /** Staff by id, or the task that brought it. */
  by: string
}

/** The day in Beijing of an instant or of a day. */
export const dayOf = (at: string): BeijingDate => (at.length === 10 ? at : beijingDate(new Date(at)))

/** Records up to the end of a day; all of them where none is given. */
export const recordedUntil = <T extends { at: string }>(
  records: readonly T[],
  day: BeijingDate | undefined,
): readonly T[] => (day === undefined ? records : records.filter(({ at }) => dayOf(at) <= day))

/**
 * What the tries come to: the person's last word where they gave one, otherwise unreachable once `attempts` different days
 * went by in vain (domain facts §4), otherwise nothing yet.
 */
export function contactStateOf(contacts: readonly ContactRecord[], attempts: number): ContactState {
  const spoken = contacts.filter(({ result }) => result !== 'unreachable')
  const last = [...spoken].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1)
  if (last) return last.result
  return new Set(contacts.map(({ at }) => dayOf(at))).size >= attempts ? 'unreachable' : 'none'
}

/**
 * How contact stands where something was noted that no record tells: tries in vain say nothing against somebody who was spoken
 * to before.
 */
export function contactStateWith(
  noted: ContactState,
  contacts: readonly ContactRecord[],
  attempts: number,
): ContactState {
  const told = contactStateOf(contacts, attempts)
  return told === 'none' || (told === 'unreachable' && noted !== 'none') ? noted : told
}

/** The days on which the person was spoken to, the first one first. */
export const spokenOn = (contacts: readonly ContactRecord[]): BeijingDate[] =>
  contacts
    .filter(({ result }) => result !== 'unreachable')
    .map(({ at }) => dayOf(at))
    .sort()
