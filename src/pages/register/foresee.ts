import type { Campaign } from '../../domain/campaign'
import { parseIdentity } from '../../domain/person'
import { checkEligibility, factsFromForm, REQUIRED_DECLARATIONS, type RuleResult } from '../../domain/registration'
import type { BeijingDate } from '../../domain/time'
import type { Answers } from './answers'
import { toForm } from './form'

/**
 * Rules that speak against the registration, by what was answered: the same code the cloud runs, so that nobody has to
 * send it to learn this. The pledges count as made, since they are asked for below.
 */
export function failedRules(answers: Answers, on: BeijingDate, campaign: Campaign, requestId: string): RuleResult[] {
  const form = toForm(answers, requestId)
  if (!form) return []
  const declarations = [...REQUIRED_DECLARATIONS[form.kind]]
  const facts = factsFromForm({ ...form, declarations }, parseIdentity(form.person.idType, form.person.idNumber, on))
  return checkEligibility({ kind: form.kind, facts, on, campaign }).rules.filter(rule => rule.met === 'no')
}
