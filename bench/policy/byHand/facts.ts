import type { Answers } from '../../../src/domain/policy'
import { addMonths, addYears, ageOn, type BeijingDate } from '../../../src/domain/time'
import { among, atLeast, both, either, hasOne, is, not, same, type State } from './known'

/** What somebody said. */
interface Said {
  level?: string
  advancedTechnician?: boolean
  inSchool?: boolean
  graduatedOn?: BeijingDate
  bornOn?: BeijingDate
  employment?: string
  insuredMonths?: number
  leftJobBy?: string
  registered?: boolean
  registeredUnemployedSince?: BeijingDate
  receivesBenefit?: boolean
  employerKind?: string
  smallEmployer?: boolean
  contract?: string
  hiredOn?: BeijingDate
  insuredHereMonths?: number
  wageBase?: number
  flexibleRegistered?: boolean
  flexibleRegisteredOn?: BeijingDate
  ownContributions?: number
  businessKind?: string
  businessRegisteredOn?: BeijingDate
  firstBusiness?: boolean
  loanInterest?: number
  hardships?: readonly string[]
  certifiedForHelp?: boolean
  jobSeekingSubsidyTaken?: boolean
  certificate?: string
  certifiedOn?: BeijingDate
  traineeship?: string
  traineeshipFrom?: BeijingDate
  traineeshipMonths?: number
  servicePath?: string
  centralSchool?: boolean
  serviceYears?: number
  tuition?: number
  studyYears?: number
}

const COLLEGE = ['11', '14', '21', '31']
const VOCATIONAL = [...COLLEGE, '41', '44', '47']
const HARD_TO_PLACE = ['zeroEmploymentFamily', 'minimumLiving', 'disability']
const SUBSIDISED = [...HARD_TO_PLACE, 'povertyRelieved', 'extremePoverty', 'studentLoan']
const LEFT_BY = ['byEmployer', 'contractEnded', 'ownWish']

/** What is asked only if something holds: as said, or what stands for it where it doesn't hold. */
const askedIf = <T>(holds: State, said: T | undefined, otherwise?: T): T | undefined =>
  holds === false ? otherwise : said

export const yearOf = (day: BeijingDate | undefined): number | undefined =>
  day === undefined ? undefined : Number(day.slice(0, 4))
export const monthsOn = (day: BeijingDate | undefined, n: number | undefined): BeijingDate | undefined =>
  day === undefined || n === undefined ? undefined : addMonths(day, n)

/** From 16 until the 25th birthday. */
function isYoung(bornOn: BeijingDate | undefined, on: BeijingDate | undefined): State {
  if (bornOn === undefined || on === undefined) return undefined
  const age = ageOn(bornOn, on)
  return age >= 16 && age < 25
}

/** What the rules look at, for one person on one day. */
export function factsOf(answers: Answers, today: BeijingDate) {
  const said = answers as Said
  const { level, inSchool, employment, bornOn, hardships } = said
  const noWork = is(employment, 'none')
  const employed = is(employment, 'employed')
  const outOfSchool = not(inSchool)

  const collegeOrVocational = among(level, VOCATIONAL)
  const collegeGraduate = either(
    among(level, COLLEGE),
    askedIf(among(level, ['41', '44', '47']), said.advancedTechnician, false),
  )
  const graduatedOn = askedIf(collegeOrVocational, said.graduatedOn)
  const graduationYear = yearOf(graduatedOn)
  const twoYearsUntil = graduatedOn === undefined ? undefined : addYears(graduatedOn, 2)
  const left = both(outOfSchool, either(not(collegeOrVocational), atLeast(today, graduatedOn)))

  const insuredMonths = askedIf(outOfSchool, said.insuredMonths, 0)
  const insuredAYear = atLeast(insuredMonths, 12)
  const leftJobBy = askedIf(both(noWork, insuredAYear), said.leftJobBy)
  const registered = askedIf(
    both(outOfSchool, either(not(insuredAYear), among(leftJobBy, LEFT_BY))),
    said.registered,
    false,
  )
  const registeredSince = askedIf(registered, said.registeredUnemployedSince)
  const jobless = both(noWork, outOfSchool)
  const registeredNow = both(jobless, both(registered, atLeast(today, registeredSince)))
  const receivesBenefit = askedIf(both(noWork, both(registered, insuredAYear)), said.receivesBenefit, false)
  const aYearRegistered = registeredSince === undefined ? undefined : today >= addYears(registeredSince, 1)
  const mayBeCertified = both(jobless, either(hasOne(hardships, HARD_TO_PLACE), both(registeredNow, aYearRegistered)))

  const hiredOn = askedIf(employed, said.hiredOn)
  const hireDay = employed === undefined ? undefined : employed ? hiredOn : today
  const employerKind = askedIf(employed, said.employerKind)
  const smallEmployer = askedIf(both(employed, is(employerKind, 'enterprise')), said.smallEmployer)

  const flexible = is(employment, 'flexible')
  const flexibleRegistered = askedIf(both(flexible, atLeast(today, graduatedOn)), said.flexibleRegistered)
  const registeredAsFlexible = both(flexible, flexibleRegistered)
  const flexibleRegisteredOn = askedIf(flexibleRegistered, said.flexibleRegisteredOn)

  const selfEmployed = is(employment, 'selfEmployed')
  const businessKind = askedIf(selfEmployed, said.businessKind, 'none')
  const inBusiness = among(businessKind, ['soleTrader', 'company', 'other'])

  const traineeship = askedIf(
    both(outOfSchool, both(either(noWork, employed), either(collegeOrVocational, isYoung(bornOn, today)))),
    said.traineeship,
    'none',
  )
  const training = among(traineeship, ['going', 'hired'])
  const traineeshipFrom = askedIf(training, said.traineeshipFrom)

  const mayClaimSkill = both(insuredAYear, either(employed, receivesBenefit))
  const certificate = askedIf(mayClaimSkill, said.certificate)
  const certified = among(certificate, ['junior', 'middle', 'senior'])
  const certifiedOn = askedIf(certified, said.certifiedOn)

  const servicePath = askedIf(both(collegeGraduate, either(inSchool, employed)), said.servicePath, 'none')
  const grassroots = is(servicePath, 'grassroots')
  const military = is(employment, 'military')
  const tuitionCounts = either(among(servicePath, ['grassroots', 'army']), military)
  const subsidisedHardship = hasOne(hardships, SUBSIDISED)

  return {
    today,
    level,
    employment,
    bornOn,
    hardships,
    inSchool,
    outOfSchool,
    noWork,
    employed,
    flexible,
    selfEmployed,
    military,
    collegeOrVocational,
    collegeGraduate,
    graduatedOn,
    graduationYear,
    twoYearsUntil,
    left,
    young: isYoung(bornOn, today),
    insuredMonths,
    insuredAYear,
    leftJobBy,
    registered,
    registeredSince,
    registeredNow,
    jobless,
    receivesBenefit,
    mayBeCertified,
    certifiedForHelp: askedIf(mayBeCertified, said.certifiedForHelp),
    hiredOn,
    hireDay,
    employerKind,
    smallEmployer,
    contract: askedIf(employed, said.contract),
    insuredHereMonths: askedIf(employed, said.insuredHereMonths),
    wageBase: askedIf(both(employed, smallEmployer), said.wageBase),
    youngAtHiring: isYoung(bornOn, hireDay),
    flexibleRegistered,
    flexibleRegisteredOn,
    registeredAsFlexible,
    flexibleDay: registeredAsFlexible === undefined ? undefined : registeredAsFlexible ? flexibleRegisteredOn : today,
    ownContributions: askedIf(flexible, said.ownContributions),
    businessKind,
    inBusiness,
    businessRegisteredOn: askedIf(inBusiness, said.businessRegisteredOn),
    firstBusiness: askedIf(inBusiness, said.firstBusiness),
    loanInterest: askedIf(inBusiness, said.loanInterest),
    subsidisedHardship,
    jobSeekingSubsidyTaken: askedIf(both(inSchool, subsidisedHardship), said.jobSeekingSubsidyTaken),
    traineeship,
    training,
    traineeshipFrom,
    traineeshipMonths: askedIf(training, said.traineeshipMonths),
    traineeDay: training === undefined ? undefined : training ? traineeshipFrom : today,
    certificate,
    certified,
    certifiedOn,
    servicePath,
    grassroots,
    centralSchool: askedIf(grassroots, said.centralSchool),
    serviceYears: askedIf(grassroots, said.serviceYears),
    tuition: askedIf(tuitionCounts, said.tuition),
    studyYears: askedIf(tuitionCounts, said.studyYears),
  }
}

export type Facts = ReturnType<typeof factsOf>

/** Registered as without work at least half a year before a day. */
export const registeredHalfYear = ({ registered, registeredSince }: Facts, on: BeijingDate | undefined): State =>
  both(registered, atLeast(on, monthsOn(registeredSince, 6)))

/** Whoever may be a trainee, on the first day of it. */
export function mayBeTrainee(facts: Facts): State {
  const { collegeOrVocational, traineeDay, graduatedOn, twoYearsUntil, registered, registeredSince, bornOn } = facts
  const graduate = both(atLeast(traineeDay, graduatedOn), atLeast(twoYearsUntil, traineeDay))
  const youth = both(atLeast(traineeDay, registeredSince), isYoung(bornOn, traineeDay))
  return either(both(collegeOrVocational, graduate), both(registered, youth))
}

/** A graduate of the year of hiring, or within two years of leaving. */
export function graduateAtHiring({
  collegeGraduate,
  hireDay,
  graduationYear,
  graduatedOn,
  twoYearsUntil,
}: Facts): State {
  const sameYear = same(graduationYear, yearOf(hireDay))
  return both(collegeGraduate, either(sameYear, both(atLeast(hireDay, graduatedOn), atLeast(twoYearsUntil, hireDay))))
}

/** Registered before hiring, 16 to 24 on that day. */
export const registeredYouthAtHiring = ({ registered, hireDay, registeredSince, youngAtHiring }: Facts): State =>
  both(registered, both(atLeast(hireDay, registeredSince), youngAtHiring))

/** Of the 36 months from that of `day`, those that lie in this year. */
export function monthsThisYear(day: BeijingDate | undefined, today: BeijingDate): number | undefined {
  if (day === undefined) return undefined
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const first = Number(today.slice(0, 4)) * 12 + 1
  return Math.max(0, Math.min(month + 36, first + 12) - Math.max(month, first))
}
