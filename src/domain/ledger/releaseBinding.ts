import { noSuchEntry, refused, versionConflict, type Decision } from './decision'
import type { LedgerEntry } from './entry'
import { nextVersion, type ChangeNote } from './nextVersion'
import { isBound, isListed, isOpen } from './own'
import { freedKey } from './standing'

export interface Release {
  note: ChangeNote
  /**
   * The ID number is not that of the account's person: it is freed for whose it is, and what was filed under it ends. Otherwise
   * the entry stays as it is and waits for its person's new account.
   */
  freeNumber?: boolean
  /** The version the caller looked at, where they looked. */
  version?: number
}

/** What stands in `account` where no WeChat account is bound; unique as an OPENID is. */
export const unboundAccount = (id: string): string => `none:${id}`

/**
 * Unbinds a WeChat account: a stronger proof displaces a weaker binding, through staff (DESIGN, settled 6). The proof goes
 * with the account it was of, and no message goes to it any more.
 */
export function releaseBinding(entry: LedgerEntry | undefined, release: Release): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  const { note, freeNumber = false, version } = release
  if (freeNumber && entry.idKey === freedKey(entry._id)) return { outcome: 'same', entry }
  if (!isBound(entry) && !freeNumber) return refused('NOT_ALLOWED', '这份登记没有绑定微信，不用解绑。请核对登记编号')
  // what the list and the departments said is of whose number it is, and would go with the freed entry
  if (freeNumber && isListed(entry))
    return refused('NOT_ALLOWED', '名单上有这个证件号码，不能腾出来。只解绑的话，不要填 freeNumber')
  if (version !== undefined && version !== entry.version) return versionConflict()
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      { account: unboundAccount(entry._id), assurance: 'claimed', ...(freeNumber ? freed(entry, release) : {}) },
      note,
      freeNumber ? '解除了微信绑定，证件号码不是本人的，登记结束' : '解除了微信绑定',
      [],
      ({ kind }) => kind === 'sendMessage',
    ),
  }
}

const freed = (entry: LedgerEntry, { note }: Release): Partial<LedgerEntry> => ({
  idKey: freedKey(entry._id),
  registrations: entry.registrations.map(registration =>
    isOpen(registration)
      ? { ...registration, status: 'ended', endedAt: note.at, endReason: '证件号码不是本人的' }
      : registration,
  ),
  status: 'closed',
  nextDue: undefined,
})
