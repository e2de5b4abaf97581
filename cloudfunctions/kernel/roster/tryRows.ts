import { mergeRoster, type RosterField, type RosterRow } from '../../../src/domain/roster'
import type { KeptCall } from '../procedure'
import type { ListedRow, ListRun, Taken } from '../task/parts'
import { keyedRow, sealerBy, standingOf } from './keyedRow'
import { rosterRun, type RosterInput } from './rosterList'
import { Tally, type RefusalWords } from './tally'

const WORDS: RefusalWords = {
  otherName: {
    field: 'name',
    reason: '台账里这个证件号码是另一个姓名。导入的时候不会改台账，会放进冲突清单，等核对',
  },
  full: { field: 'idNumber', reason: '这个人的登记改过太多次，写不下了，导入不进去。把这一行报给技术人员' },
}

/** What up to 1,000 rows would come to if they were taken in now. Nothing is written. */
export async function tryRows(
  rows: readonly ListedRow<RosterRow>[],
  listRun: ListRun<RosterInput, RosterField>,
  call: KeptCall,
): Promise<Taken<RosterField>> {
  const run = rosterRun(listRun, call.now)
  const sealer = sealerBy(call.keys)
  const keyed = rows.map(({ number, row }) => ({ number, ...keyedRow(row, call.keys) }))
  const standing = await standingOf(keyed, call.store)
  const tally = new Tally(WORDS)
  for (const { number, ...row } of keyed) {
    const entry = standing.get(row.idKey)
    if (entry) tally.add(number, mergeRoster(entry, row, run, sealer))
    else tally.count('new')
  }
  return tally.taken
}
