import type { Campaign } from '../campaign'
import type { EducationInput, Eligibility } from '../registration'
import { addDays, addMonths, type BeijingDate } from '../time'

/** Which wording of the eligibility rules decided; grows when a rule changes its meaning. */
export const RULE_VERSION = 'eligibility-1'

/** The category of someone the campaign doesn't serve: registered like any job seeker. */
export const ORDINARY_JOB_SEEKER = 'ORDINARY'

/**
 * The facets that come out of the rules; nobody is asked for theirs. The rules' tags are not among them: one of them would
 * say in the clear what the sealed hardships keep.
 */
export interface Classification {
  category: string
  /** 届, where somebody has left with a level that makes a graduate in the campaign. */
  cohort?: number
  /** 0 (first) to 3. */
  priority: number
  campaign?: string
  ruleVersion: string
}

/**
 * Who is looked after first (domain facts §4): graduates of families in hardship, then youth long without work, then the
 * year's graduates, then everybody else.
 */
export function priorityOf(category: string, tags: readonly string[], campaign: Campaign): number {
  if (tags.includes(campaign.tags.hardGraduate.id)) return 0
  if (tags.includes(campaign.tags.longTermYouth.id)) return 1
  return campaign.categories.find(({ id }) => id === category)?.kind === 'cohortGraduate' ? 2 : 3
}

/** Facets from the rules' answer; the same facts on the same day always give the same. */
export function classify(
  eligibility: Pick<Eligibility, 'category' | 'tags' | 'treatment'>,
  education: Pick<EducationInput, 'level' | 'graduatedOn'>,
  on: BeijingDate,
  campaign: Campaign,
): Classification {
  const category = eligibility.category ?? ORDINARY_JOB_SEEKER
  const { level, graduatedOn } = education
  const left = graduatedOn !== undefined && graduatedOn <= on && campaign.graduateLevels.levels.includes(level)
  return {
    category,
    ...(left ? { cohort: Number(graduatedOn.slice(0, 4)) } : {}),
    priority: priorityOf(category, eligibility.tags, campaign),
    ...(eligibility.treatment === 'campaign' ? { campaign: campaign.id } : {}),
    ruleVersion: RULE_VERSION,
  }
}

/** The day by which a person who registers on `on` must first be contacted. */
export function firstContactDue(campaign: Campaign, on: BeijingDate): BeijingDate {
  const { value, unit } = campaign.deadlines.firstContact
  return unit === 'months' ? addMonths(on, value) : addDays(on, value)
}
