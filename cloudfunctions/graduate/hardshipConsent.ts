import { notRegistered, withdrawConsent, type Decision } from '../../src/domain/ledger'
import { agreedNow } from '../../src/domain/privacy'
import type { RegistrationForm } from '../../src/domain/registration'
import { beijingDate } from '../../src/domain/time'
import { applyPending } from '../kernel/effects'
import type { ClientCall } from '../kernel/procedure'
import { classifyCorrected } from './classifyEntry'

type Sensitive = RegistrationForm['sensitive'] | null

/** Categories that would be stored need the consent of their own; none, or taking them back, needs nothing. */
export const tellsHardships = (sensitive: Sensitive): 'sensitive' | undefined =>
  sensitive && sensitive.hardships.length > 0 ? 'sensitive' : undefined

/** Erases the hardships of the caller's own entry, where any are stored, and with them their place in line. */
export async function eraseHardships(at: string, call: ClientCall): Promise<void> {
  const { store, openid, now, keys } = call
  const ledger = store.ledgerOf({ openid })
  const own = await ledger.own()
  if (own?.sealed.hardships === undefined) return
  const { entry } = await ledger.change(
    ledger.own,
    (entry): Decision<typeof own> => {
      if (!entry) return notRegistered()
      const { priority } = classifyCorrected(entry, {}, [], beijingDate(now), keys)
      return withdrawConsent(entry, { item: 'sensitive', openid, at, priority })
    },
    own,
  )
  await applyPending(entry, call)
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
