import type { Campaign } from '../campaign'
import type { Branch } from './answer'
import type { DerivedFacts } from './derive'
import { all, any, type Verdict } from './kleene'

/** Where someone stands in the campaign (notice §三). */
export interface Membership {
  /** Whether any category serves them, by what is known. */
  member: Verdict
  category?: string
  branch?: Branch
}

type Category = Campaign['categories'][number]
type Registered = Extract<Category, { kind: 'registeredYouth' }>

/** Who belongs by cohort or age, work left aside. */
function belongs(category: Category, facts: DerivedFacts): { verdict: Verdict; branch?: Branch } {
  if (category.kind === 'cohortGraduate') return { verdict: facts.inCohort }
  const branch = firstBranch(category, facts)
  return { verdict: any(...category.branches.map(({ id }) => byBranch(id, facts))), ...(branch ? { branch } : {}) }
}

const byBranch = (branch: Branch, facts: DerivedFacts): Verdict =>
  branch === 'earlierGraduate' ? facts.earlierCohort : facts.inYouthAges

const firstBranch = (category: Registered, facts: DerivedFacts): Branch | undefined =>
  category.branches.find(({ id }) => byBranch(id, facts) === 'yes')?.id

/**
 * The campaign's category for someone who files now; the first that fits, in the file's order. Filing is itself the registration that
 * registered youth need, and a cohort's graduates need none. Whoever hasn't said whether they work counts as without
 * work here: the notice wants everyone reached, and only a known job takes one off the list.
 */
export function membershipOf(campaign: Campaign, facts: DerivedFacts): Membership {
  const judged = campaign.categories.map(category => ({ category, ...belongs(category, facts) }))
  const member = any(...judged.map(({ verdict }) => all(verdict, facts.jobless)))
  const first = facts.jobless === 'no' ? undefined : judged.find(({ verdict }) => verdict === 'yes')
  if (!first) return { member }
  return { member, category: first.category.id, ...(first.branch ? { branch: first.branch } : {}) }
}

/**
 * Marks for targeted help (notice §五(五)): graduates of families in hardship, and youth long without work. Given unless
 * something known speaks against it; staff confirm.
 */
export function tagsOf(campaign: Campaign, facts: DerivedFacts): string[] {
  const { hardGraduate, longTermYouth } = campaign.tags
  if (facts.jobless === 'no' || facts.wantsWork === 'no') return []
  const notFromBeijing = facts.beijingOrigin === 'no' && facts.beijingHukou === 'no'
  const hard = all(facts.higherEducation, facts.graduated, facts.hardship) === 'yes' && !notFromBeijing
  const longTerm = all(facts.inYouthAges, facts.longTerm) === 'yes'
  return [...(hard ? [hardGraduate.id] : []), ...(longTerm ? [longTermYouth.id] : [])]
}
