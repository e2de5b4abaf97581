import type { graduateContract } from '../../src/contract'
import { consentProblems, CURRENT_NOTICE, itemsInForce } from '../../src/domain/privacy'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { invalid } from '../kernel/refusal'
import { eraseHardships } from './hardshipConsent'

type Give = ParsedInputOf<(typeof graduateContract)['consent.give']>
type Withdraw = ParsedInputOf<(typeof graduateContract)['consent.withdraw']>

/** Records the consent to the notice in force; any other version is refused. */
export async function giveConsent({ version, items }: Give, call: ClientCall) {
  const problems = consentProblems(version, items)
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const consent = { version, items: [...new Set(items)].sort(), givenAt: call.now.toISOString() }
  await call.store.accounts.giveConsent(call.openid, consent)
  return consent
}

/** The newest consent with what of it still holds. */
export async function myConsent(_input: object, call: ClientCall) {
  const consent = (await call.store.accounts.read(call.openid))?.consent
  const given = consent && { version: consent.version, items: itemsInForce(consent), givenAt: consent.givenAt }
  return { current: CURRENT_NOTICE.version, ...(given ? { given } : {}) }
}

/**
 * Takes a consent back. The entry decides: what stood on the consent is erased there, and the account's record follows as its
 * effect; where nothing is stored the record alone is written. Whatever a filing stored between the two goes as well.
 */
export async function withdrawConsent({ item }: Withdraw, call: ClientCall) {
  const at = call.now.toISOString()
  await eraseHardships(at, call)
  const withdrawnAt = await call.store.accounts.withdraw(call.openid, item, at)
  await eraseHardships(at, call)
  return { withdrawnAt: withdrawnAt ?? at }
}
