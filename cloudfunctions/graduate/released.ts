import { FREED, isBound, type LedgerEntry } from '../../src/domain/ledger'
import type { ClientCall } from '../kernel/procedure'
import type { ReleasedEntry } from '../kernel/store'

/**
 * An entry that staff took from the account. `own`: the number was not the person's, so that all that is left there is what
 * this account told, and its to erase; `erased`: that was done. `elsewhere`: it waits for its person's new account, or has one,
 * and whoever holds an old phone must not reach it.
 */
export interface Released {
  entryId: string
  state: 'own' | 'erased' | 'elsewhere'
  /** There where what this account told still stands: nobody has held the entry since. */
  untouched?: LedgerEntry
}

/** What staff took from the account and is still kept; one it has claimed again is its own entry, and not among them. */
export async function releasedFrom(call: Pick<ClientCall, 'store' | 'openid'>): Promise<Released[]> {
  const found: Released[] = []
  for (const release of await call.store.releases.of(call.openid)) {
    const entry = await call.store.ledgerOf('city').findOne({ _id: release.entryId })
    if (!entry || entry.account === call.openid) continue
    found.push(stateOf(entry, release))
  }
  return found
}

function stateOf(entry: LedgerEntry, { entryId, since }: ReleasedEntry): Released {
  const freed = entry.idKey.startsWith(FREED)
  if (freed && entry.erased) return { entryId, state: 'erased' }
  if (!isUntouched(entry, since)) return { entryId, state: 'elsewhere' }
  return { entryId, state: freed ? 'own' : 'elsewhere', untouched: entry }
}

/** Whether the account that held the entry since then was the last one. */
export const isUntouched = (entry: LedgerEntry, since: string | undefined): boolean =>
  !isBound(entry) && since !== undefined && entry.binding?.since === since
