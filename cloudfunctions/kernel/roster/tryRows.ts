import { mergeRoster, type RosterField, type RosterRow } from '../../../src/domain/roster'
import type { KeptCall } from '../procedure'
import type { ListedRow, ListRun, Taken } from '../task/parts'
import { keyedRow, sealerBy } from './keyedRow'
import { REFUSED, rosterRun, type RosterInput } from './rosterList'

/** What up to 1,000 rows would come to if they were taken in now. Nothing is written. */
export async function tryRows(
  rows: readonly ListedRow<RosterRow>[],
  listRun: ListRun<RosterInput, RosterField>,
  call: KeptCall,
): Promise<Taken<RosterField>> {
  const run = rosterRun(listRun, call.now)
  const sealer = sealerBy(call.keys)
  const keyed = rows.map(({ number, row }) => ({ number, keyed: keyedRow(row, call.keys) }))
  const found = await call.store.ledgerOf('city').findByIdKeys(keyed.map(({ keyed: { idKey } }) => idKey))
  const standing = new Map(found.map(entry => [entry.idKey, entry]))
  const taken: Taken<RosterField> = { counts: { new: 0, changed: 0, same: 0 }, refused: [] }
  for (const { number, keyed: row } of keyed) {
    const entry = standing.get(row.idKey)
    const outcome = entry ? mergeRoster(entry, row, run, sealer).outcome : 'new'
    if (outcome === 'otherName') taken.refused.push({ number, ...REFUSED.otherNameInDryRun })
    else if (outcome === 'full') taken.refused.push({ number, ...REFUSED.full })
    else taken.counts[outcome]! += 1
  }
  return taken
}
