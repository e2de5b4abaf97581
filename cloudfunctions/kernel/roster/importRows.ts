import { randomBytes, randomUUID } from 'node:crypto'
import { noSuchEntry, type Decision, type LedgerEntry } from '../../../src/domain/ledger'
import { registrationNumber, REGISTRATION_NUMBER_BYTES } from '../../../src/domain/registration'
import {
  mergeRoster,
  newFromRoster,
  type KeyedRow,
  type RosterField,
  type RosterImport,
  type RosterOutcome,
  type RosterRow,
} from '../../../src/domain/roster'
import { conflictDocument } from '../conflict'
import type { KeptCall } from '../procedure'
import { openFact } from '../sealing'
import { inLanes, type ListedRow, type ListRun, type Taken } from '../task/parts'
import { keyedRow, sealerBy } from './keyedRow'
import { REFUSED, rosterRun, type RosterInput } from './rosterList'

/** Changes on their way at a time. */
const LANES = 8
/** Each round settles who filed, and which numbers were taken, since the last one read. */
const MOST_ROUNDS = 5

interface NumberedRow extends KeyedRow {
  number: number
}

/**
 * Takes up to 1,000 rows into the ledger: one read, one insert of everybody new, one conditional update for each that changed.
 * Somebody who files meanwhile holds their row out of the insert; it is read again and meets their entry.
 */
export async function importRows(
  rows: readonly ListedRow<RosterRow>[],
  listRun: ListRun<RosterInput, RosterField>,
  call: KeptCall,
): Promise<Taken<RosterField>> {
  const run = rosterRun(listRun, call.now)
  const sealer = sealerBy(call.keys)
  const ledger = call.store.ledgerOf('city')
  const taken: Taken<RosterField> = { counts: { new: 0, changed: 0, same: 0 }, refused: [] }
  const count = (outcome: 'new' | 'changed' | 'same') => void (taken.counts[outcome]! += 1)

  async function meet(entry: LedgerEntry, { number, ...keyed }: NumberedRow): Promise<void> {
    const met = await stored(entry, keyed, run, call)
    if (met.outcome === 'otherName') {
      await raise(entry, keyed, run, call)
      taken.refused.push({ number, ...REFUSED.otherName })
    } else if (met.outcome === 'full') taken.refused.push({ number, ...REFUSED.full })
    else count(met.outcome === 'same' ? (met.again ?? 'same') : met.outcome)
  }

  let rest: NumberedRow[] = rows.map(({ number, row }) => ({ number, ...keyedRow(row, call.keys) }))
  for (let round = 1; rest.length > 0; round += 1) {
    if (round > MOST_ROUNDS) throw new Error('rows are neither in the ledger nor can be put there')
    const standing = new Map((await ledger.findByIdKeys(rest.map(({ idKey }) => idKey))).map(e => [e.idKey, e]))
    const known = rest.filter(({ idKey }) => standing.has(idKey))
    const unknown = rest.filter(({ idKey }) => !standing.has(idKey))
    await inLanes(known, LANES, row => meet(standing.get(row.idKey)!, row))
    const random = randomBytes(unknown.length * REGISTRATION_NUMBER_BYTES)
    const entries = unknown.map((row, at) => {
      const bytes = random.subarray(at * REGISTRATION_NUMBER_BYTES, (at + 1) * REGISTRATION_NUMBER_BYTES)
      return newFromRoster(keyedOf(row), run, randomUUID(), registrationNumber(bytes, run.today), sealer)
    })
    const keptOut = new Set((await ledger.insertMany(entries)).map(({ idKey }) => idKey))
    taken.counts.new! += unknown.length - keptOut.size
    rest = unknown.filter(({ idKey }) => keptOut.has(idKey))
  }
  return taken
}

const keyedOf = ({ row, idKey, nameToken, hash }: NumberedRow): KeyedRow => ({ row, idKey, nameToken, hash })

/** What a row comes to with the entry of its person, stored; decided again where somebody changed the entry meanwhile. */
async function stored(entry: LedgerEntry, keyed: KeyedRow, run: RosterImport, call: KeptCall): Promise<RosterOutcome> {
  const sealer = sealerBy(call.keys)
  const first = mergeRoster(entry, keyed, run, sealer)
  if (first.outcome !== 'changed') return first
  const ledger = call.store.ledgerOf('city')
  let met: RosterOutcome = first
  const decide = (found: LedgerEntry | undefined): Decision<LedgerEntry> => {
    if (!found) return noSuchEntry()
    met = found === entry ? first : mergeRoster(found, keyed, run, sealer)
    return met.outcome === 'changed' ? { outcome: 'change', entry: met.entry } : { outcome: 'same', entry: found }
  }
  await ledger.change(() => ledger.findOne({ _id: entry._id }), decide, entry)
  return met
}

/** Another name under the same number: both go to the conflict queue, sealed, and the ledger stays as it is. */
async function raise(entry: LedgerEntry, { row }: KeyedRow, run: RosterImport, call: KeptCall): Promise<void> {
  const ours = { name: openFact(call.keys, entry, 'name') ?? '' }
  const conflict = { kind: 'otherName', source: 'roster', ours, theirs: { name: row.name } } as const
  await call.store.conflicts.putOnce(conflictDocument(entry, conflict, run, call.keys))
}
