import type { PolicyResult } from '../../../src/domain/policy'
import { addDays, addMonths } from '../../../src/domain/time'
import { answer, whole } from './answer'
import { monthsOn, monthsThisYear, registeredHalfYear, yearOf, type Facts } from './facts'
import { among, atLeast, below, both, either, hasOne, is, not, reason, same, type State } from './known'

/** In 分 a month: what is paid without work, by months of contributions; as of 2023-09-01. */
const BENEFIT_RATE = 212_400
const LATER_RATES = [
  [240, 223_300],
  [180, 220_500],
  [120, 217_800],
  [60, 215_100],
] as const
const TUITION_CAP = 2_000_000
const TUITION_CAP_POSTGRADUATE = 2_500_000
/** Neither in service nor on a pension. */
const WORKING = ['none', 'employed', 'selfEmployed', 'flexible']
const SKILL_SUBSIDY: Record<string, number> = { junior: 100_000, middle: 150_000, senior: 200_000 }

/** The day on which somebody has lived so many years: born on 02-29, the 1st of March where there is none. */
function ageReachedOn(bornOn: string, years: number): string {
  const year = Number(bornOn.slice(0, 4)) + years
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return bornOn.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${bornOn.slice(4)}`
}

const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined ? undefined : one > other ? one : other
export const earlier = (one: string | undefined, other: string): string | undefined =>
  one === undefined || one < other ? one : other

export function traineeship(facts: Facts): PolicyResult {
  const { today, noWork, left, collegeOrVocational, twoYearsUntil, young, registeredNow, bornOn } = facts
  const inTime = atLeast(twoYearsUntil, today)
  const until25 = bornOn === undefined ? undefined : addDays(ageReachedOn(bornOn, 25), -1)
  return answer(
    { id: 'P3-traineeship', payee: 'person', kind: 'service' },
    [
      reason('noWork', noWork),
      reason('left', left),
      reason('trainee', either(both(collegeOrVocational, inTime), both(young, registeredNow))),
    ],
    () => ({}),
    collegeOrVocational ? (inTime ? twoYearsUntil : later(twoYearsUntil, until25)) : until25,
  )
}

export function flexibleInsurance(facts: Facts): PolicyResult {
  const { collegeGraduate, left, flexible, flexibleRegistered, flexibleDay, twoYearsUntil, ownContributions } = facts
  return answer(
    { id: 'P5-flexible-insurance', payee: 'person', kind: 'cash' },
    [
      reason('graduate', collegeGraduate),
      reason('left', left),
      reason('inTime', atLeast(twoYearsUntil, flexibleDay)),
      reason('flexible', flexible),
      reason('registered', flexibleRegistered),
      reason('paying', below(0, ownContributions)),
    ],
    () => ({
      lines: [
        {
          id: 'subsidy',
          fen: whole((ownContributions! * 24 * 2) / 3),
          eachFen: whole((ownContributions! * 2) / 3),
          months: 24,
          confirmed: false,
        },
      ],
      months: 24,
    }),
    // until when a month's contributions can be claimed is known to nobody
    facts.registeredAsFlexible === false ? twoYearsUntil : undefined,
  )
}

export function jobSeekingSubsidy(facts: Facts): PolicyResult {
  const { today, collegeOrVocational, inSchool, graduationYear, subsidisedHardship, jobSeekingSubsidyTaken } = facts
  const to = graduationYear === undefined ? undefined : `${graduationYear}-06-30`
  const from = graduationYear === undefined ? undefined : `${graduationYear - 1}-07-01`
  return answer(
    { id: 'P6-job-seeking-subsidy', payee: 'person', kind: 'cash' },
    [
      reason('student', collegeOrVocational),
      reason('inSchool', inSchool),
      reason('finalYear', both(atLeast(today, from), atLeast(to, today))),
      reason('hardship', subsidisedHardship),
      reason('once', not(jobSeekingSubsidyTaken)),
    ],
    () => ({ lines: [{ id: 'subsidy', fen: 100_000, confirmed: false }] }),
    to,
  )
}

export const foundingSubsidy = (facts: Facts): PolicyResult =>
  answer(
    { id: 'P7-founding-subsidy', payee: 'person', kind: 'cash', unsure: true },
    [
      reason('graduate', facts.collegeGraduate),
      reason('inBusiness', facts.inBusiness),
      reason('first', facts.firstBusiness),
      reason('aYear', atLeast(facts.today, monthsOn(facts.businessRegisteredOn, 12))),
    ],
    () => ({ lines: [{ id: 'subsidy', fen: 800_000, confirmed: false }] }),
    undefined,
  )

export const loanInterest = ({ inBusiness, loanInterest: interest }: Facts): PolicyResult =>
  answer(
    { id: 'P7-loan-interest', payee: 'person', kind: 'cash' },
    [reason('inBusiness', inBusiness), reason('borrowed', below(0, interest))],
    () => ({ lines: [{ id: 'interest', fen: whole((interest! * 500) / 1000), confirmed: false }] }),
    undefined,
  )

export const premises = ({ collegeGraduate, selfEmployed }: Facts): PolicyResult =>
  answer(
    { id: 'P7-premises', payee: 'person', kind: 'service', unsure: true },
    [reason('graduate', collegeGraduate), reason('founding', selfEmployed)],
    () => ({}),
    undefined,
  )

export const startupLoan = ({ collegeGraduate, registered, inBusiness }: Facts): PolicyResult =>
  answer(
    { id: 'P7-startup-loan', payee: 'person', kind: 'loan' },
    [reason('group', either(collegeGraduate, registered)), reason('inBusiness', inBusiness)],
    () => ({ lines: [{ id: 'ceiling', fen: 30_000_000, confirmed: false }], months: 36 }),
    undefined,
  )

/** The last day of the month 35 months on. */
export function endOfThreeYears(day: string | undefined): string | undefined {
  if (day === undefined) return undefined
  return addDays(addMonths(`${day.slice(0, 8)}01`, 36), -1)
}

/** Last day of the tax relief. */
export const RELIEF_UNTIL = '2027-12-31'

/** Until when one can come by it: whoever has to be registered half a year first has half a year less. */
export const reliefUntil = (soonEnough: State): string | undefined =>
  soonEnough === undefined ? undefined : soonEnough ? RELIEF_UNTIL : '2027-06-30'

/** Who counts on the day of the licence. */
function founderGroup(facts: Facts, day: string | undefined): State {
  const { collegeGraduate, graduationYear, registered, hardships } = facts
  const freshGraduate = both(collegeGraduate, same(graduationYear, yearOf(day)))
  const poor = hasOne(hardships, ['zeroEmploymentFamily', 'minimumLiving'])
  const poorAndRegistered = both(registered, both(atLeast(day, facts.registeredSince), poor))
  return either(
    either(freshGraduate, registeredHalfYear(facts, day)),
    either(hasOne(hardships, ['povertyRelieved']), poorAndRegistered),
  )
}

export function selfEmploymentTax(facts: Facts): PolicyResult {
  const { today, businessKind, inBusiness, businessRegisteredOn: licensedOn } = facts
  const until = endOfThreeYears(licensedOn)
  const soonEnough = either(facts.registered, hasOne(facts.hardships, ['povertyRelieved']))
  const graduates = both(facts.collegeGraduate, atLeast(facts.graduationYear, yearOf(today)))
  const stillToCome = graduates
    ? earlier(`${facts.graduationYear}-12-31`, RELIEF_UNTIL)
    : graduates === false
      ? reliefUntil(soonEnough)
      : undefined
  const months = monthsThisYear(inBusiness ? licensedOn : today, today)
  return answer(
    { id: 'P8-self-employment-tax', payee: 'person', kind: 'relief' },
    [
      reason('soleTrader', is(businessKind, 'soleTrader')),
      reason('licensedInTime', atLeast(licensedOn, '2023-01-01')),
      reason('group', founderGroup(facts, inBusiness ? licensedOn : today)),
      reason('withinThreeYears', atLeast(until, today)),
    ],
    () => ({
      lines: [{ id: 'thisYear', fen: whole((2_400_000 * months!) / 12), months: months!, confirmed: true }],
      months: 36,
    }),
    inBusiness ? earlier(until, RELIEF_UNTIL) : stillToCome,
  )
}

export function skillUpgrading(facts: Facts): PolicyResult {
  const { today, certified, certificate, certifiedOn } = facts
  const until = monthsOn(certifiedOn, 12)
  return answer(
    { id: 'P9-skill-upgrading', payee: 'person', kind: 'cash', unsure: true },
    [
      reason('insuredAYear', facts.insuredAYear),
      reason('atWork', either(facts.employed, facts.receivesBenefit)),
      reason('certified', certified),
      reason('inTime', atLeast(until, today)),
    ],
    () => ({ lines: [{ id: 'subsidy', fen: SKILL_SUBSIDY[certificate!]!, confirmed: false }] }),
    until,
  )
}

export const training = ({ outOfSchool, employment, collegeOrVocational, registered }: Facts): PolicyResult =>
  answer(
    { id: 'P9-training', payee: 'person', kind: 'cash' },
    [
      reason('left', outOfSchool),
      reason('working', among(employment, WORKING)),
      reason('group', either(collegeOrVocational, registered)),
    ],
    () => ({ lines: [{ id: 'training', fen: null, confirmed: false }] }),
    undefined,
  )

/** Beijing's table up to five years' contributions, then a month more a full year, 18 at most under ten years, 24 at most. */
function benefit(insuredMonths: number) {
  if (insuredMonths < 60) {
    const months = Math.floor(insuredMonths / 12) * 3
    return { fen: BENEFIT_RATE * months, eachFen: BENEFIT_RATE, months, confirmed: true }
  }
  const months = Math.min(24, insuredMonths < 120 ? 18 : 24, 8 + Math.floor(insuredMonths / 12))
  const [, rate] = LATER_RATES.find(([from]) => insuredMonths >= from)!
  const fen = rate * Math.min(12, months) + BENEFIT_RATE * Math.max(0, months - 12)
  return { fen, eachFen: rate, months, confirmed: false }
}

export const unemploymentInsurance = ({ insuredAYear, insuredMonths, leftJobBy, noWork, registeredNow }: Facts) =>
  answer(
    { id: 'P10-unemployment-insurance', payee: 'person', kind: 'cash' },
    [
      reason('insuredAYear', insuredAYear),
      reason('notOwnWish', among(leftJobBy, ['byEmployer', 'contractEnded'])),
      reason('noWork', noWork),
      reason('registered', registeredNow),
    ],
    () => {
      const paid = benefit(insuredMonths!)
      return { lines: [{ id: 'benefit', ...paid }], months: paid.months }
    },
    undefined,
  )

/** Nothing of 2024 is known to have set it off. */
export const priceSubsidy = ({ receivesBenefit }: Facts): PolicyResult =>
  answer(
    { id: 'P12-price-subsidy', payee: 'person', kind: 'cash' },
    [reason('receives', receivesBenefit), reason('setOff', false)],
    () => ({}),
    undefined,
  )

export const publicWelfarePost = ({ jobless, mayBeCertified, certifiedForHelp }: Facts): PolicyResult =>
  answer(
    { id: 'P13-public-welfare-post', payee: 'person', kind: 'service' },
    [reason('noWork', jobless), reason('hardToPlace', mayBeCertified), reason('certified', certifiedForHelp)],
    () => ({ months: 36 }),
    undefined,
  )

/** What is paid back of the tuition, for as many years as one has studied. */
function tuitionBack({ level, tuition, studyYears }: Facts) {
  const cap = level === '11' || level === '14' ? TUITION_CAP_POSTGRADUATE : TUITION_CAP
  return { lines: [{ id: 'tuition', fen: whole(Math.min(tuition!, cap) * studyYears!), confirmed: false }] }
}

export const armyTuition = (facts: Facts): PolicyResult =>
  answer(
    { id: 'P14-army-tuition', payee: 'person', kind: 'cash' },
    [reason('student', facts.collegeGraduate), reason('army', either(is(facts.servicePath, 'army'), facts.military))],
    () => tuitionBack(facts),
    undefined,
  )

export const grassrootsTuition = (facts: Facts): PolicyResult =>
  answer(
    { id: 'P14-grassroots-tuition', payee: 'person', kind: 'cash' },
    [
      reason('graduate', facts.collegeGraduate),
      reason('grassroots', facts.grassroots),
      reason('fresh', atLeast(facts.graduationYear, yearOf(facts.hireDay))),
      reason('centralSchool', facts.centralSchool),
      reason('threeYears', atLeast(facts.serviceYears, 3)),
    ],
    () => tuitionBack(facts),
    undefined,
  )

export const servicePrograms = ({ collegeGraduate, employment }: Facts): PolicyResult =>
  answer(
    { id: 'P14-service-programmes', payee: 'person', kind: 'service' },
    [reason('graduate', collegeGraduate), reason('free', among(employment, WORKING))],
    () => ({}),
    undefined,
  )

export function services(facts: Facts): PolicyResult {
  const { noWork, collegeGraduate, left, graduationYear, registeredNow, young } = facts
  const thisYears = both(collegeGraduate, same(graduationYear, 2024))
  const formerYears = both(collegeGraduate, below(graduationYear, 2024))
  return answer(
    { id: 'S1131-services', payee: 'person', kind: 'service' },
    [
      reason('left', left),
      reason('noWork', noWork),
      reason('served', either(thisYears, both(registeredNow, either(formerYears, young)))),
    ],
    () => ({}),
    '2024-12-31',
  )
}
