import { checkEligibility, type EligibilityFacts, type Eligibility, type Kind } from '../../src/domain/registration'
import type { BeijingDate } from '../../src/domain/time'
import { Refusal } from '../kernel/refusal'
import { governing } from './data'

/** The failing rule's reason and what else one can do, in one text; empty where nothing speaks against it. */
export function objection({ outcome, rules, directions }: Eligibility): string {
  if (outcome === 'yes') return ''
  const rule = rules.find(({ met }) => met === 'no') ?? rules.find(({ met }) => met === 'unknown')
  const instead = rule?.instead ?? directions ?? '拿不准就打 12333 问'
  return `${rule?.reason ?? '现在还不能这样登记'}。${instead}`
}

/** The rules' answer for a filing. Throws NOT_ELIGIBLE with the reason and what else one can do. */
export function requireEligible(kind: Kind, facts: EligibilityFacts, on: BeijingDate): Eligibility {
  const eligibility = checkEligibility({ kind, facts, on, campaign: governing(on) })
  const why = objection(eligibility)
  if (why) throw new Refusal('NOT_ELIGIBLE', why)
  return eligibility
}
