import type { graduateContract } from '../../src/contract'
import { consentProblems, CURRENT_NOTICE } from '../../src/domain/privacy'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { invalid } from '../kernel/refusal'

type Give = ParsedInputOf<(typeof graduateContract)['consent.give']>

/** Records the consent to the notice in force; any other version is refused. */
export async function giveConsent({ version, items }: Give, call: ClientCall) {
  const problems = consentProblems(version, items)
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const consent = { version, items: [...new Set(items)].sort(), givenAt: call.now.toISOString() }
  await call.store.accounts.giveConsent(call.openid, consent)
  return consent
}

export async function myConsent(_input: object, call: ClientCall) {
  const account = await call.store.accounts.read(call.openid)
  return { current: CURRENT_NOTICE.version, ...(account ? { given: account.consent } : {}) }
}
