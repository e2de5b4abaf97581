import { districtOf } from '../../../src/domain/ledger'
import type { After } from '../store/newest'
import type { TaskCall } from '../task/kind'

/** Conflicts looked at in one chunk. */
const AT_ONCE = 500

/**
 * Puts open conflicts into the queue of the district in which their entries are by now: most are raised before anybody is
 * placed. Where the list goes on, or undefined at its end.
 */
export async function followEntries(
  after: After | undefined,
  call: Pick<TaskCall, 'store'>,
): Promise<After | undefined> {
  const { conflicts, ledgerOf } = call.store
  const page = await conflicts.find({ state: 'open' }, after, AT_ONCE)
  const entries = await ledgerOf('city').findByIds(
    [...new Set(page.map(({ entryId }) => entryId))],
    ['_id', 'handlingDistrict', 'assignedDistrict'],
  )
  const places = new Map(entries.map(entry => [entry._id, districtOf(entry)]))
  for (const { _id, entryId, district } of page) {
    const place = places.get(entryId)
    if (place && place !== district) await conflicts.move(_id, place)
  }
  const last = page.at(-1)
  return last && page.length === AT_ONCE ? { createdAt: last.at, id: last._id } : undefined
}
