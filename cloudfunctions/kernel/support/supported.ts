import type { Campaign } from '../../../src/domain/campaign'
import type { DistrictKey } from '../../../src/domain/district'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { districts } from '../governing'
import { LINE_FIELDS, maskedLine } from '../masked'
import type { KeptCall } from '../procedure'
import type { InLineAfter } from '../store/ledgerLine'

/** Whoever stands before this place in line gets targeted support (notice §五(五)). */
const SUPPORTED_BELOW = 2

/** Why somebody is looked after first, no closer than their place in line says it: never which hardship. */
export const whyOf = (priority: number, { tags }: Campaign): string =>
  priority === 0 ? tags.hardGraduate.name : tags.longTermYouth.name

/** One line of the list, masked. */
export const supported = (entry: LedgerEntry, campaign: Campaign, call: Pick<KeptCall, 'keys' | 'note'>) => ({
  ...maskedLine(entry, call),
  why: whyOf(entry.priority, campaign),
})

/** Where a list of them goes on: the unit, in the official order and the municipal pool last, and the last one of it. */
export interface InLine {
  unit: number
  after?: InLineAfter
}

/** The units of a list: one district, or the whole city. */
const unitsOf = (district: DistrictKey | undefined): readonly (DistrictKey | null)[] =>
  district ? [district] : [...districts.map(({ key }) => key), null]

/** The next ones, each with where the list goes on after them; fewer than `limit` only at the end. */
export async function nextSupported(
  district: DistrictKey | undefined,
  from: InLine,
  limit: number,
  call: Pick<KeptCall, 'store'>,
): Promise<{ entry: LedgerEntry; then: InLine }[]> {
  const units = unitsOf(district)
  const found: { entry: LedgerEntry; then: InLine }[] = []
  let { unit, after } = from
  for (; unit < units.length && found.length < limit; unit += 1, after = undefined) {
    const most = limit - found.length
    const page = await call.store.ledgerLine.first(units[unit] ?? null, SUPPORTED_BELOW, after, most, LINE_FIELDS)
    for (const entry of page) {
      const { _id, priority, nextDue } = entry
      found.push({ entry, then: { unit, after: { _id, priority, ...(nextDue ? { nextDue } : {}) } } })
    }
  }
  return found
}
