import { HARDSHIPS_TAKEN_BACK } from './correct'
import type { Decision } from './decision'
import type { LedgerEntry } from './entry'
import { nextVersion } from './nextVersion'

/** A consent taken back, with what the rules say of the person without what stood on it. */
export interface ConsentWithdrawal {
  item: 'sensitive'
  openid: string
  /** ISO 8601 UTC. */
  at: string
  /** 0 (first) to 3: the hardships no longer count. */
  priority: number
}

/**
 * Erases what was stored on the ground of a consent alone (个人信息保护法 §15, §47): the sealed hardships the person told. The
 * account's record of the consent follows as a pending effect. Where nothing is stored there is nothing to change.
 */
export function withdrawConsent(
  entry: LedgerEntry,
  { item, openid, at, priority }: ConsentWithdrawal,
): Decision<LedgerEntry> {
  const { hardships, ...sealed } = entry.sealed
  if (hardships === undefined) return { outcome: 'same', entry }
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      { sealed, priority },
      { at, by: 'self', source: 'miniprogram', why: '本人撤回同意' },
      HARDSHIPS_TAKEN_BACK,
      [{ id: `${entry._id}:${entry.version + 1}:withdraw:${item}`, kind: 'withdrawConsent', item, at, openid }],
    ),
  }
}
