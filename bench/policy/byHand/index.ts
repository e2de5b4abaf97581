import type { Answers, Evaluation, Payee, PolicyResult } from '../../../src/domain/policy'
import type { BeijingDate } from '../../../src/domain/time'
import { over } from './answer'
import { factsOf, type Facts } from './facts'
import * as employer from './forEmployer'
import * as person from './forPerson'

/* The shipped rules as one would write them who never had to change them: plain conditions and constants, as they are on the day
   below. What the calculator is measured against; where a rule changes, this changes with it, or the bench says where they
   differ. */

/** The day whose rules these are. */
export const BY_HAND_ON: BeijingDate = '2024-09-01'

const merged = over('P2-hiring-subsidy', 'employer', 'merged')
const ended = over('P11-unemployment-allowance', 'person', 'ended')

const POLICIES: Record<string, (facts: Facts) => PolicyResult> = {
  'P1-job-expansion': employer.jobExpansion,
  'P2-hiring-subsidy': () => merged,
  'P3-traineeship': person.traineeship,
  'P3-traineeship-rest': employer.traineeshipRest,
  'P3-traineeship-subsidy': employer.traineeshipSubsidy,
  'P4-small-firm-insurance': employer.smallFirmInsurance,
  'P5-flexible-insurance': person.flexibleInsurance,
  'P6-job-seeking-subsidy': person.jobSeekingSubsidy,
  'P7-founding-subsidy': person.foundingSubsidy,
  'P7-loan-interest': person.loanInterest,
  'P7-premises': person.premises,
  'P7-small-firm-loan': employer.smallFirmLoan,
  'P7-startup-loan': person.startupLoan,
  'P8-hiring-tax': employer.hiringTax,
  'P8-self-employment-tax': person.selfEmploymentTax,
  'P9-skill-upgrading': person.skillUpgrading,
  'P9-training': person.training,
  'P10-unemployment-insurance': person.unemploymentInsurance,
  'P11-unemployment-allowance': () => ended,
  'P12-price-subsidy': person.priceSubsidy,
  'P13-public-welfare-post': person.publicWelfarePost,
  'P14-army-tuition': person.armyTuition,
  'P14-grassroots-tuition': person.grassrootsTuition,
  'P14-service-programmes': person.servicePrograms,
  'S1131-services': person.services,
}

/** The policies that are written here, in the book's order. */
export const WRITTEN = Object.keys(POLICIES)
const functions = Object.values(POLICIES)

/** Two that can't be had beside each other; the merged one is never had. */
const EXCLUDED = [WRITTEN.indexOf('P4-small-firm-insurance'), WRITTEN.indexOf('P5-flexible-insurance')] as const

/** What `evaluate` answers, for somebody who has answered everything they are asked. */
export function evaluateByHand(version: string, answers: Answers): Evaluation {
  const facts = factsOf(answers, BY_HAND_ON)
  const results = new Array<PolicyResult>(functions.length)
  for (let at = 0; at < functions.length; at += 1) results[at] = functions[at]!(facts)
  const total: Record<Payee, number> = { person: 0, employer: 0 }
  const leftOut: { id: string; why: 'unconfirmed' | 'excluded' }[] = []
  const [one, other] = EXCLUDED
  if (results[one]!.verdict === 'yes' && results[other]!.verdict === 'yes')
    throw new Error('nobody is employed and works flexibly')
  for (const { id, kind, verdict, payee, fen, confirmed } of results) {
    if (kind !== 'cash' || verdict !== 'yes') continue
    if (confirmed && fen !== null) total[payee] += fen
    else leftOut.push({ id, why: 'unconfirmed' })
  }
  return { version, on: BY_HAND_ON, results, total, leftOut }
}
