import { bindingOf, withdrawConsent, type Decision, type LedgerEntry } from '../../src/domain/ledger'
import { agreedNow } from '../../src/domain/privacy'
import type { RegistrationForm } from '../../src/domain/registration'
import { beijingDate } from '../../src/domain/time'
import { applyPending } from '../kernel/effects'
import type { ClientCall } from '../kernel/procedure'
import type { LedgerStore } from '../kernel/store'
import { classifyCorrected } from './classifyEntry'
import { isUntouched, releasedFrom } from './released'

type Sensitive = RegistrationForm['sensitive'] | null

/** Categories that would be stored need the consent of their own; none, or taking them back, needs nothing. */
export const tellsHardships = (sensitive: Sensitive): 'sensitive' | undefined =>
  sensitive && sensitive.hardships.length > 0 ? 'sensitive' : undefined

/**
 * Erases the hardships that this account told, where any are stored, and with them the place in line: in its own entry, and in
 * one that staff took from it and nobody has claimed since. They stood on this account's consent.
 */
export async function eraseHardships(at: string, call: ClientCall): Promise<void> {
  const { store, openid } = call
  const ledger = store.ledgerOf({ openid })
  const own = await ledger.own()
  if (own) await eraseIn(own, ledger, ledger.own, at, call)
  await eraseReleasedHardships(at, call)
}

/** Those in entries that staff took from the account. */
export async function eraseReleasedHardships(at: string, call: ClientCall): Promise<void> {
  const city = call.store.ledgerOf('city')
  for (const { entryId, untouched } of await releasedFrom(call)) {
    if (!untouched) continue
    const { since } = bindingOf(untouched)
    const load = async () => {
      const entry = await city.findOne({ _id: entryId })
      return entry && isUntouched(entry, since) ? entry : undefined
    }
    await eraseIn(untouched, city, load, at, call)
  }
}

async function eraseIn(
  found: LedgerEntry,
  ledger: LedgerStore,
  load: () => Promise<LedgerEntry | undefined>,
  at: string,
  call: ClientCall,
): Promise<void> {
  if (found.sealed.hardships === undefined) return
  const decide = (entry: LedgerEntry | undefined): Decision<LedgerEntry> => {
    // erased or claimed meanwhile: nothing of this account's is left there
    if (!entry) return { outcome: 'same', entry: found }
    const { priority } = classifyCorrected(entry, {}, [], beijingDate(call.now), call.keys)
    return withdrawConsent(entry, { item: 'sensitive', openid: call.openid, at, priority })
  }
  const { entry } = await ledger.change(load, decide, found)
  if (entry !== found) await applyPending(entry, call)
}

/**
 * Goes before the answer of a call that stores hardships. Consent was asked when the call was admitted; where it was taken
 * back meanwhile on another phone, what the call has stored goes again. One read; the withdrawal looks twice, too, so that
 * one of the two sees the other.
 */
export async function holdToConsent(sensitive: Sensitive, call: ClientCall): Promise<void> {
  if (!tellsHardships(sensitive)) return
  const account = await call.store.accounts.read(call.openid)
  if (!agreedNow(account?.consent).includes('sensitive')) await eraseHardships(call.now.toISOString(), call)
}
