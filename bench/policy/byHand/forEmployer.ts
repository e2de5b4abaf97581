import type { PolicyResult } from '../../../src/domain/policy'
import { addDays, monthsBetween } from '../../../src/domain/time'
import { answer, whole } from './answer'
import {
  graduateAtHiring,
  mayBeTrainee,
  monthsOn,
  monthsThisYear,
  registeredHalfYear,
  registeredYouthAtHiring,
  yearOf,
  type Facts,
} from './facts'
import { earlier, endOfThreeYears, RELIEF_UNTIL, reliefUntil } from './forPerson'
import { among, atLeast, below, both, either, hasOne, is, reason, same } from './known'

const BASE_FLOOR = 682_100
const BASE_CEILING = 3_528_300
/** Pension, medical, unemployment insurance: the employer's share in 1/1000. */
const EMPLOYER_SHARE = 160 + 98 + 5
/** Announced policies are so until this day. */
const ANNOUNCED_UNTIL = '2025-12-31'

export function jobExpansion(facts: Facts): PolicyResult {
  return answer(
    { id: 'P1-job-expansion', payee: 'employer', kind: 'cash', announced: true, unsure: true },
    [
      reason('hired', facts.employed),
      reason('enterprise', is(facts.employerKind, 'enterprise')),
      reason('youngGraduate', either(graduateAtHiring(facts), registeredYouthAtHiring(facts))),
      reason('contract', among(facts.contract, ['short', 'long'])),
      reason('insured', atLeast(facts.insuredHereMonths, 3)),
    ],
    () => ({ lines: [{ id: 'subsidy', fen: 150_000, confirmed: false }] }),
    ANNOUNCED_UNTIL,
  )
}

/** Whole months of a traineeship until today or the contract, no more than agreed. */
function monthsDone({ traineeship, traineeshipFrom, traineeshipMonths, hireDay, today }: Facts): number | undefined {
  const until = traineeship === 'hired' ? hireDay : today
  if (traineeshipFrom === undefined || traineeshipMonths === undefined || until === undefined) return undefined
  return Math.max(0, Math.min(traineeshipMonths, monthsBetween(traineeshipFrom, until)))
}

export function traineeshipRest(facts: Facts): PolicyResult {
  const { traineeship, traineeshipFrom, traineeshipMonths, hireDay } = facts
  const until = monthsOn(traineeshipFrom, traineeshipMonths)
  const lastWhileGoing = until === undefined ? undefined : addDays(until, -1)
  const last = lastWhileGoing !== undefined && lastWhileGoing > ANNOUNCED_UNTIL ? ANNOUNCED_UNTIL : lastWhileGoing
  return answer(
    { id: 'P3-traineeship-rest', payee: 'employer', kind: 'cash', announced: true, unsure: true },
    [
      reason('hired', both(facts.employed, is(traineeship, 'hired'))),
      reason('contract', among(facts.contract, ['short', 'long'])),
      reason('early', below(hireDay, until)),
      reason('trainee', mayBeTrainee(facts)),
    ],
    () => {
      const months = Math.max(0, traineeshipMonths! - monthsDone(facts)!)
      return { lines: [{ id: 'rest', fen: null, eachFen: null, months, confirmed: false }], months }
    },
    traineeship === 'going' ? last : ANNOUNCED_UNTIL,
  )
}

export const traineeshipSubsidy = (facts: Facts): PolicyResult =>
  answer(
    { id: 'P3-traineeship-subsidy', payee: 'employer', kind: 'cash' },
    [reason('training', facts.training), reason('trainee', mayBeTrainee(facts))],
    () => {
      const months = monthsDone(facts)
      return {
        lines: [{ id: 'subsidy', fen: null, eachFen: null, months: months ?? null, confirmed: false }],
        months,
      }
    },
    undefined,
  )

export function smallFirmInsurance(facts: Facts): PolicyResult {
  const { employed, hireDay, graduatedOn, graduationYear, twoYearsUntil, contract, wageBase } = facts
  return answer(
    { id: 'P4-small-firm-insurance', payee: 'employer', kind: 'cash' },
    [
      reason('hired', employed),
      reason('smallFirm', both(is(facts.employerKind, 'enterprise'), facts.smallEmployer)),
      reason('graduate', facts.collegeGraduate),
      reason('notTooEarly', either(atLeast(hireDay, graduatedOn), same(yearOf(hireDay), graduationYear))),
      reason('inTime', atLeast(twoYearsUntil, hireDay)),
      reason('contract', is(contract, 'long')),
      reason('insured', atLeast(facts.insuredHereMonths, 1)),
    ],
    () => {
      const base = Math.min(BASE_CEILING, Math.max(BASE_FLOOR, wageBase!))
      const fen = whole((base * EMPLOYER_SHARE * 12) / 1000)
      const eachFen = whole((base * EMPLOYER_SHARE) / 1000)
      return { lines: [{ id: 'insurance', fen, eachFen, months: 12, confirmed: false }], months: 12 }
    },
    // until when an employer can claim is known to nobody
    employed ? undefined : twoYearsUntil,
  )
}

export const smallFirmLoan = ({ businessKind }: Facts): PolicyResult =>
  answer(
    { id: 'P7-small-firm-loan', payee: 'employer', kind: 'loan' },
    [reason('company', among(businessKind, ['company', 'other']))],
    () => ({ lines: [{ id: 'ceiling', fen: 400_000_000, confirmed: false }], months: 24 }),
    undefined,
  )

export function hiringTax(facts: Facts): PolicyResult {
  const { today, employed, hiredOn, hireDay, hardships } = facts
  const until = endOfThreeYears(hiredOn)
  const group = either(registeredHalfYear(facts, hireDay), hasOne(hardships, ['povertyRelieved']))
  const entitled = both(employed, group)
  return answer(
    { id: 'P8-hiring-tax', payee: 'employer', kind: 'relief' },
    [
      reason('hired', employed),
      reason('enterprise', is(facts.employerKind, 'enterprise')),
      reason('hiredInTime', atLeast(hiredOn, '2023-01-01')),
      reason('group', group),
      reason('contract', is(facts.contract, 'long')),
      reason('insured', atLeast(facts.insuredHereMonths, 1)),
      reason('withinThreeYears', atLeast(until, today)),
    ],
    () => {
      const months = monthsThisYear(hireDay, today)!
      return { lines: [{ id: 'thisYear', fen: whole((780_000 * months) / 12), months, confirmed: true }], months: 36 }
    },
    entitled ? earlier(until, RELIEF_UNTIL) : entitled === false ? reliefUntil(group) : undefined,
  )
}
