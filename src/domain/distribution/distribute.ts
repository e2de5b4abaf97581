import type { DistrictKey } from '../district'
import { fits, hasDied, isOpen, listFactsOf, moveNotice, nextVersion, type LedgerEntry } from '../ledger'
import { isChosen, PLACE_GROUND_NAMES, placeOf, type Placeable, type PlaceGround, type PoolReason } from './place'

/** What a distribution would do with an entry. `from` is set where it moves the entry from one district to another. */
export type Plan =
  | { outcome: 'new' | 'changed'; district: DistrictKey; ground: PlaceGround; from?: DistrictKey }
  | { outcome: 'same' }
  | { outcome: 'pool'; reason: PoolReason }

/**
 * Decides from the facets alone. Whoever stands in a district stays there until a source names another one: nobody is ever
 * put back into the pool.
 */
export function planOf(entry: Placeable): Plan {
  // what an erasure leaves is a trace, and only a list still asks for service; the dead are served by nobody
  if ((entry.erased && listFactsOf(entry).length === 0) || hasDied(entry)) return { outcome: 'same' }
  const place = placeOf(entry)
  const chosen = isChosen(entry)
  if ('pool' in place)
    return entry.assignedDistrict || entry.handlingDistrict
      ? { outcome: 'same' }
      : { outcome: 'pool', reason: place.pool }
  const { district, ground } = place
  const handling = chosen ? entry.handlingDistrict : district
  if (entry.assignedDistrict === district && entry.handlingDistrict === handling) return { outcome: 'same' }
  const before = (chosen ? undefined : entry.handlingDistrict) ?? entry.assignedDistrict
  // who chose a district moved there by that, and both were told then
  if (before !== undefined && before !== district && ground !== 'chosen')
    return { outcome: 'changed', district, ground, from: before }
  return { outcome: entry.assignedDistrict === undefined ? 'new' : 'changed', district, ground }
}

/** One run of the distribution. */
export interface Distribution {
  taskId: string
  /** ISO 8601 UTC. */
  at: string
  districtName: (key: DistrictKey) => string
}

export type Distributed = { outcome: 'placed'; entry: LedgerEntry } | { outcome: 'same' } | { outcome: 'full' }

/**
 * Places an entry: one line of history, and a notice to both districts where it moves. A district that somebody chose goes on
 * handling it, and the assigned one reads it too (DESIGN, settled 4).
 */
export function distribute(entry: LedgerEntry, run: Distribution): Distributed {
  const plan = planOf(entry)
  if (plan.outcome === 'same' || plan.outcome === 'pool') return { outcome: 'same' }
  const { district, ground, from } = plan
  const to = run.districtName(district)
  const changed = nextVersion(
    entry,
    { assignedDistrict: district, ...(isChosen(entry) ? {} : handled(entry, district, ground)) },
    {
      at: run.at,
      by: 'operator',
      byId: run.taskId,
      source: 'console',
      why: `分发到区，按${PLACE_GROUND_NAMES[ground]}`,
      fromOthers: true,
    },
    from === undefined ? `分到${to}` : `从${run.districtName(from)}转到${to}`,
    moveNotice(entry, from, district, PLACE_GROUND_NAMES[ground], run.at),
  )
  return fits(changed) ? { outcome: 'placed', entry: changed } : { outcome: 'full' }
}

/** A registration that a list speaks of is handled where the entry is; a hukou proved by public security is its ground. */
const handled = (entry: LedgerEntry, district: DistrictKey, ground: PlaceGround): Partial<LedgerEntry> => ({
  handlingDistrict: district,
  handlingBy: 'distribution',
  registrations: entry.registrations.map(each =>
    isOpen(each) ? { ...each, district, ...(ground === 'hukou' ? { basis: 'hukou' as const } : {}) } : each,
  ),
})
