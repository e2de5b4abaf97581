import { CURRENT_NOTICE, type Consent } from '../../src/domain/privacy'
import type { ClientCall } from '../kernel/procedure'
import { consentsOf } from '../kernel/store'
import { looksAt } from './looks'
import { releasedFrom } from './released'

/** Every consent an account gave, newest first, with what was taken back. */
export const consentRecords = (consents: readonly Consent[]) =>
  consents.map(({ version, items, givenAt, withdrawn = [] }) => ({ version, items, givenAt, withdrawn })).reverse()

/** What the person agreed to and who looked, for the page that says what is stored. */
export async function privacyMine(_input: object, call: ClientCall) {
  const account = await call.store.accounts.read(call.openid)
  const entry = await call.store.ledgerOf({ openid: call.openid }).own()
  return {
    current: CURRENT_NOTICE.version,
    consents: account ? consentRecords(consentsOf(account)) : [],
    looks: entry ? await looksAt(entry, call) : [],
    sensitiveStored: entry?.sealed.hardships !== undefined,
    entryStored: entry !== undefined,
    released: [...new Set((await releasedFrom(call)).flatMap(({ state }) => (state === 'erased' ? [] : [state])))],
  }
}
