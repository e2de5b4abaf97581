import { inWindow, type Campaign } from '../campaign'
import type { Hardship } from '../person'
import { checkEligibility, type Kind } from '../registration'
import type { BeijingDate } from '../time'
import { classify, type Classification } from './classification'
import type { LedgerEntry } from './entry'
import { factsOfEntry, type WithFacts } from './entryFacts'
import { fits, nextVersion, type ChangeNote } from './nextVersion'
import { isListed, isOpen } from './own'

/** The fields that decide where an entry stands on a day. */
export type Classifiable = WithFacts &
  Pick<LedgerEntry, 'category' | 'cohort' | 'priority' | 'status' | 'erased' | 'source'>

/** Facets that a day may change. */
export type DailyFacets = Pick<Classification, 'category' | 'cohort' | 'priority'>

export interface Today {
  on: BeijingDate
  campaign: Campaign
  hardships: readonly Hardship[]
}

/**
 * The facets as the rules give them on a day: somebody becomes long without work, leaves school or turns 25 by time alone. A
 * category once given stays (domain facts §2: whoever was taken in is served to the end), and outside the campaign's window
 * nothing changes, so that its counts stay true.
 */
export function facetsOn(entry: Classifiable, { on, campaign, hardships }: Today): DailyFacets {
  const { category, cohort, priority } = entry
  const standing = { category, ...(cohort === undefined ? {} : { cohort }), priority }
  const left = entry.erased !== undefined && !isListed(entry)
  if (entry.status !== 'open' || left || !inWindow(campaign, on)) return standing
  const kind: Kind = entry.registrations.filter(isOpen).at(-1)?.kind ?? 'jobSeeking'
  const eligibility = checkEligibility({ kind, facts: factsOfEntry(entry, { kind, hardships }), on, campaign })
  const kept = { ...eligibility, category: eligibility.category ?? category }
  const { priority: ranked, cohort: reached } = classify(kept, entry.education, on, campaign)
  return {
    ...standing,
    category: kept.category,
    ...(reached === undefined ? {} : { cohort: reached }),
    priority: ranked,
  }
}

const sameFacets = (a: DailyFacets, b: DailyFacets): boolean =>
  a.category === b.category && a.cohort === b.cohort && a.priority === b.priority

/** Whether a day changes an entry's facets. */
export const isDueForReclassifying = (entry: Classifiable, today: Today): boolean =>
  !sameFacets(entry, facetsOn(entry, today))

/** Brings the facets up to the day; no line of history where none changed. */
export function reclassify(
  entry: LedgerEntry,
  today: Today,
  note: ChangeNote,
): { outcome: 'changed'; entry: LedgerEntry } | { outcome: 'same' } | { outcome: 'full' } {
  const facets = facetsOn(entry, today)
  if (sameFacets(entry, facets)) return { outcome: 'same' }
  const parts = [
    ...(facets.category === entry.category && facets.cohort === entry.cohort ? [] : ['服务对象类别']),
    ...(facets.priority === entry.priority ? [] : ['服务的先后']),
  ]
  const changed = nextVersion(entry, facets, { ...note, fromOthers: true }, `更新了${parts.join('和')}`)
  return fits(changed) ? { outcome: 'changed', entry: changed } : { outcome: 'full' }
}
