import { randomBytes, randomUUID } from 'node:crypto'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { registrationNumber, REGISTRATION_NUMBER_BYTES } from '../../../src/domain/registration'
import {
  FACTS_FIELD,
  mergeRoster,
  newFromRoster,
  type KeyedRow,
  type RosterField,
  type RosterImport,
  type RosterRow,
} from '../../../src/domain/roster'
import { conflictDocument } from '../conflict'
import type { KeptCall } from '../procedure'
import { openFact } from '../sealing'
import { inLanes, stored, type ListedRow, type ListRun, type Taken } from '../task/parts'
import { keyedRow, sealerBy, standingOf } from './keyedRow'
import { rosterRun, type RosterInput } from './rosterList'
import { Tally, type RefusalWords } from './tally'

/** Changes on their way at a time. */
const LANES = 8
/** Each round settles who filed, and which numbers were taken, since the last one read. */
const MOST_ROUNDS = 5

const WORDS: RefusalWords = {
  otherName: {
    field: 'name',
    reason: '台账里这个证件号码是另一个姓名。这一行没有导入，两边都放进了冲突清单，等核对',
  },
  full: { field: 'idNumber', reason: '这个人的登记改过太多次，写不下了，没有导入。把这一行报给技术人员' },
}

interface NumberedRow {
  number: number
  keyed: KeyedRow
}

/**
 * Takes up to 1,000 rows into the ledger: one read, one insert of everybody new, one update of all those a newer list only confirms,
 * one conditional update for each that changed. Somebody who files meanwhile holds their row out of the insert; it is read again and
 * meets their entry.
 */
export async function importRows(
  rows: readonly ListedRow<RosterRow>[],
  listRun: ListRun<RosterInput, RosterField>,
  call: KeptCall,
): Promise<Taken<RosterField>> {
  const run = rosterRun(listRun, call.now)
  const sealer = sealerBy(call.keys)
  const ledger = call.store.ledgerOf('city')
  const tally = new Tally(WORDS)
  const confirmed: string[] = []

  async function meet(entry: LedgerEntry, { number, keyed }: NumberedRow): Promise<void> {
    const { met } = await stored(entry, standing => mergeRoster(standing, keyed, run, sealer), call.store)
    if (met.outcome === 'otherName') await raise(entry, keyed, run, call)
    if (met.outcome === 'same' && met.confirms) confirmed.push(entry._id)
    tally.add(number, met)
  }

  let rest: NumberedRow[] = rows.map(({ number, row }) => ({ number, keyed: keyedRow(row, call.keys) }))
  for (let round = 1; rest.length > 0; round += 1) {
    if (round > MOST_ROUNDS) throw new Error('rows are neither in the ledger nor can be put there')
    const standing = await standingOf(
      rest.map(({ keyed }) => keyed),
      call.store,
    )
    const known = rest.filter(({ keyed }) => standing.has(keyed.idKey))
    const unknown = rest.filter(({ keyed }) => !standing.has(keyed.idKey))
    await inLanes(known, LANES, row => meet(standing.get(row.keyed.idKey)!, row))
    const random = randomBytes(unknown.length * REGISTRATION_NUMBER_BYTES)
    const entries = unknown.map(({ keyed }, at) => {
      const bytes = random.subarray(at * REGISTRATION_NUMBER_BYTES, (at + 1) * REGISTRATION_NUMBER_BYTES)
      return newFromRoster(keyed, run, randomUUID(), registrationNumber(bytes, run.today), sealer)
    })
    const keptOut = new Set((await ledger.insertMany(entries)).map(({ idKey }) => idKey))
    tally.count('new', unknown.length - keptOut.size)
    rest = unknown.filter(({ keyed }) => keptOut.has(keyed.idKey))
  }
  await ledger.confirmListed(confirmed, FACTS_FIELD[run.list], run.asOf)
  return tally.taken
}

/** Another name under the same number: both go to the conflict queue, sealed, and the ledger stays as it is. */
async function raise(entry: LedgerEntry, { row }: KeyedRow, run: RosterImport, call: KeptCall): Promise<void> {
  const ours = { name: openFact(call.keys, entry, 'name') ?? '' }
  const conflict = { kind: 'otherName', source: 'roster', ours, theirs: { name: row.name } } as const
  await call.store.conflicts.putOnce(conflictDocument(entry, conflict, run, call.keys))
}
