import { manyOfOneEmployer } from './a1ManyOfOneEmployer'
import { creditCode } from './a10CreditCode'
import { lowIncome } from './a11LowIncome'
import { notYetGraduated } from './a12NotYetGraduated'
import { flexibleShare } from './a13FlexibleShare'
import { otherDistrict } from './a14OtherDistrict'
import { notEnrolled } from './a15NotEnrolled'
import { tooYoung } from './a16TooYoung'
import { noInsurance } from './a2NoInsurance'
import { changedBeforeReport } from './a3ChangedBeforeReport'
import { manyInAMinute } from './a4ManyInAMinute'
import { sharedPhone } from './a5SharedPhone'
import { sameText } from './a6SameText'
import { referralTimes } from './a7ReferralTimes'
import { noCallRecord } from './a8NoCallRecord'
import { workWhileRegistered } from './a9WorkWhileRegistered'
import type { Detector, DetectorContext } from './detector'

/** Every rule, on or off, in the order of their codes. */
export const DETECTORS: readonly Detector[] = [
  manyOfOneEmployer,
  noInsurance,
  changedBeforeReport,
  manyInAMinute,
  sharedPhone,
  sameText,
  referralTimes,
  noCallRecord,
  workWhileRegistered,
  creditCode,
  lowIncome,
  notYetGraduated,
  flexibleShare,
  otherDistrict,
  notEnrolled,
  tooYoung,
]

/** The rules that can look now. */
export const detectorsOn = (context: Pick<DetectorContext, 'insuredAsOf'>): Detector[] =>
  DETECTORS.filter(({ missing }) => missing?.(context) === undefined)
