import { retirementRange, type Campaign } from '../campaign'
import { parseIdentity } from '../person'
import { addMonths, addYears, ageOn, type BeijingDate } from '../time'
import type { EligibilityFacts } from './facts'
import { all, any, not, verdict, type Verdict } from './kleene'

/** What follows from the facts on a day, before any rule is asked. */
export interface DerivedFacts {
  bornOn?: BeijingDate
  /** Full years on the day. */
  age?: number
  oldEnough: Verdict
  /** Within the campaign's youth ages, both included. */
  inYouthAges: Verdict
  retired: Verdict
  /** Has a college, bachelor's or postgraduate level. */
  higherEducation: Verdict
  /** Has left with a certificate. */
  graduated: Verdict
  /** 届: the certificate's year. */
  cohort?: number
  inCohort: Verdict
  earlierCohort: Verdict
  /** 离校2年内, day to day; the day two years on still belongs to it (民法典 §201–202). */
  withinYears: Verdict
  /** The last day within those years. */
  withinYearsUntil?: BeijingDate
  inSchool: Verdict
  employed: Verdict
  /** 无业状态: neither at work nor at school. */
  jobless: Verdict
  /** Has an unemployment registration in force. */
  registered: Verdict
  longTerm: Verdict
  beijingOrigin: Verdict
  beijingHukou: Verdict
  /** 困难家庭, of those kinds that count. */
  hardship: Verdict
  wantsWork: Verdict
  ableToWork: Verdict
}

/** `on` is the day of assessment in Beijing. Unknown facts stay unknown. */
export function deriveFacts(facts: EligibilityFacts, on: BeijingDate, campaign: Campaign): DerivedFacts {
  return {
    ...deriveAge(facts, on, campaign),
    ...deriveEducation(facts, on, campaign),
    ...deriveWork(facts, on, campaign),
    beijingOrigin: verdict(facts.beijingOrigin),
    // Registering at one's hukou in a Beijing district says where it is.
    beijingHukou: verdict(facts.beijingHukou ?? (facts.basis === 'hukou' ? true : undefined)),
    hardship: verdict(facts.hardships?.some(kind => campaign.tags.hardGraduate.hardships.includes(kind))),
    wantsWork: verdict(facts.wantsWork),
    // Ability to work is presumed; only a certified total loss of it counts against one.
    ableToWork: verdict(facts.ableToWork ?? true),
  }
}

function deriveAge(facts: EligibilityFacts, on: BeijingDate, campaign: Campaign) {
  const identity =
    facts.idType !== undefined && facts.idNumber !== undefined
      ? parseIdentity(facts.idType, facts.idNumber, on)
      : undefined
  const known = identity?.ok ? identity : undefined
  const bornOn = facts.bornOn ?? known?.bornOn
  if (bornOn === undefined)
    return { oldEnough: 'unknown', inYouthAges: 'unknown', retired: 'unknown' } satisfies Partial<DerivedFacts>
  const { floor, youthFrom, youthTo } = campaign.ages
  const age = ageOn(bornOn, on)
  const range = retirementRange(campaign, bornOn, facts.sex ?? known?.sex)
  return {
    bornOn,
    age,
    oldEnough: verdict(age >= floor.value),
    inYouthAges: verdict(youthFrom.value <= age && age <= youthTo.value),
    retired: verdict(!range || on < range.earliest ? false : on >= range.latest ? true : undefined),
  } satisfies Partial<DerivedFacts>
}

function deriveEducation({ level, graduatedOn }: EligibilityFacts, on: BeijingDate, campaign: Campaign) {
  const graduated = verdict(graduatedOn === undefined ? undefined : graduatedOn <= on)
  const higherEducation = verdict(
    level === undefined
      ? graduatedOn === undefined
        ? undefined
        : true
      : campaign.graduateLevels.levels.includes(level),
  )
  const cohort = graduatedOn === undefined ? undefined : Number(graduatedOn.slice(0, 4))
  const withinYearsUntil = graduatedOn && addYears(graduatedOn, campaign.withinYearsOfGraduation.value)
  const left = all(higherEducation, graduated)
  return {
    higherEducation,
    graduated,
    ...(cohort === undefined ? {} : { cohort }),
    inCohort: all(left, verdict(cohort === undefined ? undefined : cohort === campaign.cohort.year)),
    earlierCohort: all(left, verdict(cohort === undefined ? undefined : cohort < campaign.cohort.year)),
    withinYears: all(left, verdict(withinYearsUntil === undefined ? undefined : on <= withinYearsUntil)),
    ...(withinYearsUntil === undefined ? {} : { withinYearsUntil }),
  } satisfies Partial<DerivedFacts>
}

function deriveWork(facts: EligibilityFacts, on: BeijingDate, campaign: Campaign) {
  const { graduatedOn, registeredUnemployedSince: since } = facts
  const registered = since !== undefined && since <= on
  // A registration in force is itself the finding that one is without work and has left school.
  const employed = verdict(
    facts.employment === undefined ? (registered ? false : undefined) : facts.employment !== 'none',
  )
  const leftByNow = registered || (graduatedOn !== undefined && graduatedOn <= on)
  const inSchool = any(
    verdict(graduatedOn !== undefined && graduatedOn > on),
    verdict(facts.inSchool ?? (leftByNow ? false : undefined)),
  )
  return {
    inSchool,
    employed,
    jobless: all(not(employed), not(inSchool)),
    registered: verdict(since === undefined ? undefined : registered),
    longTerm: verdict(
      since === undefined
        ? undefined
        : registered && on >= addMonths(since, campaign.tags.longTermYouth.helpMonths.value),
    ),
  } satisfies Partial<DerivedFacts>
}
