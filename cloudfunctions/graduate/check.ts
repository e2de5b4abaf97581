import type { graduateContract } from '../../src/contract'
import { checkEligibility } from '../../src/domain/registration'
import { beijingDate } from '../../src/domain/time'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { governing } from './data'

type Check = ParsedInputOf<(typeof graduateContract)['registration.check']>

/** Asks the rules about facts; reads and stores nothing. */
export function check({ kind, facts }: Check, call: ClientCall) {
  const on = beijingDate(call.now)
  return checkEligibility({ kind, facts, on, campaign: governing(on) })
}
