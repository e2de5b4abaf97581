import type { BeijingDate } from '../time'
import { anotherBinding } from './anotherBinding'
import { bindingOf } from './binding'
import { noSuchEntry, refused, type Decision } from './decision'
import type { LedgerEntry } from './entry'
import { nextVersion, type ChangeNote } from './nextVersion'
import { isBound, isListed, isOpen } from './own'
import type { PendingEffect } from './pending'
import { freedKey } from './standing'

export interface Release {
  note: ChangeNote
  /**
   * Which binding is meant, by when it began: sent again after its answer was lost, a release leaves alone whoever has claimed
   * the entry since. Needed wherever an account holds it.
   */
  since?: string | undefined
  /**
   * The ID number is not that of the account's person: it is freed for whose it is, and what was filed under it ends; what is
   * left of that goes on this day. Otherwise the entry stays as it is and waits for its person's new account.
   */
  freeNumber?: { keepUntil: BeijingDate } | undefined
}

/** What stands in `account` where no WeChat account is bound; unique as an OPENID is. */
export const unboundAccount = (id: string): string => `none:${id}`

const LOOK_FIRST = '先用 ledger.open 看一眼这份登记，和证件对上了，把答复里的 boundSince 填进来，好知道解的是哪一个微信'

/**
 * Unbinds a WeChat account: a stronger proof displaces a weaker binding, through staff (DESIGN, settled 6). The proof goes
 * with the account it was of, and no message goes to it any more; it remembers what it had held, so that its person can
 * still have that erased as far as it was theirs.
 */
export function releaseBinding(entry: LedgerEntry | undefined, release: Release): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  const { note, freeNumber, since } = release
  const bound = isBound(entry)
  const binding = bindingOf(entry)
  if (freeNumber && entry.idKey === freedKey(entry._id)) return { outcome: 'same', entry }
  if (bound && since === undefined)
    return refused('INVALID_INPUT', LOOK_FIRST, { boundSince: '照 ledger.open 答复里的填' })
  if (since !== undefined && since !== binding.since) return anotherBinding()
  if (!bound && !freeNumber)
    return since === undefined
      ? refused('NOT_ALLOWED', '这份登记没有绑定微信，不用解绑。请核对登记编号')
      : { outcome: 'same', entry }
  // what the list and the departments said is of whose number it is, and would go with the freed entry
  if (freeNumber && isListed(entry))
    return refused('NOT_ALLOWED', '名单上有这个证件号码，不能腾出来。只解绑的话，不要填 freeNumber')
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      {
        account: unboundAccount(entry._id),
        assurance: 'claimed',
        told: undefined,
        ...(bound ? { binding: { ...binding, until: note.at } } : {}),
        ...(freeNumber ? freed(entry, note.at, freeNumber.keepUntil) : {}),
      },
      note,
      freeNumber ? '解除了微信绑定，证件号码不是本人的，登记结束' : '解除了微信绑定',
      bound ? [remembering(entry, binding.since)] : [],
      ({ kind }) => kind === 'sendMessage',
    ),
  }
}

const remembering = ({ _id, version, account }: LedgerEntry, since: string): PendingEffect => ({
  id: `${_id}:${version + 1}:release`,
  kind: 'rememberRelease',
  openid: account,
  since,
})

const freed = (entry: LedgerEntry, at: string, keepUntil: BeijingDate): Partial<LedgerEntry> => ({
  idKey: freedKey(entry._id),
  registrations: entry.registrations.map(registration =>
    isOpen(registration)
      ? { ...registration, status: 'ended', endedAt: at, endReason: '证件号码不是本人的' }
      : registration,
  ),
  status: 'closed',
  nextDue: undefined,
  freed: { at, keepUntil },
})
