import type { graduateContract } from '../../src/contract'
import { checkEligibility, type EligibilityFacts } from '../../src/domain/registration'
import { parseIdentity } from '../../src/domain/person'
import { beijingDate, type BeijingDate } from '../../src/domain/time'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { invalid } from '../kernel/refusal'
import { governing } from './data'
import { BIRTHDAYS_DIFFER } from './stated'

type Check = ParsedInputOf<(typeof graduateContract)['registration.check']>

/**
 * Asks the rules about facts; reads and stores nothing. Throws INVALID_INPUT where a document's number is wrong or tells another
 * birthday: it must not pass for one that was never given.
 */
export function check({ kind, facts }: Check, call: ClientCall) {
  const on = beijingDate(call.now)
  const problems = identityProblems(facts, on)
  if (Object.keys(problems).length > 0) throw invalid(problems)
  return checkEligibility({ kind, facts, on, campaign: governing(on) })
}

function identityProblems({ idType, idNumber, bornOn }: EligibilityFacts, on: BeijingDate): Record<string, string> {
  if (idNumber === undefined) return {}
  if (idType === undefined) return { 'facts.idType': '请选一下证件类型' }
  const identity = parseIdentity(idType, idNumber, on)
  if (!identity.ok) return { 'facts.idNumber': identity.message }
  return bornOn !== undefined && identity.bornOn !== undefined && identity.bornOn !== bornOn
    ? { 'facts.bornOn': BIRTHDAYS_DIFFER }
    : {}
}
