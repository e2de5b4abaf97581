import {
  compare,
  type Compared,
  type Comparison,
  type ComparisonField,
  type ComparisonKeys,
  type ComparisonRow,
} from '../../../src/domain/comparison'
import { noSuchEntry, type Decision, type LedgerEntry } from '../../../src/domain/ledger'
import { conflictDocument, questionKey } from '../conflict'
import { employerKeyOf, idKeyOf, searchToken, type Keys } from '../crypto'
import { applyPending } from '../effects'
import type { KeptCall } from '../procedure'
import { openCertified, openFact, openHardships, sealFact } from '../sealing'
import { inLanes, type ListedRow, type Taken } from '../task/parts'
import { REFUSED } from './comparisonList'
import type { Several } from './gather'

/** Changes on their way at a time. */
const LANES = 8
/** How often an entry is decided anew because somebody changed it meanwhile. */
const MOST_TRIES = 5

/**
 * Compares up to 1,000 rows with the ledger: one read, and one conditional update for each entry that changes. Whoever isn't
 * in the ledger is not found, and nothing of them is kept.
 */
export async function compareRows(
  rows: readonly ListedRow<ComparisonRow>[],
  several: Several,
  run: Comparison,
  call: KeptCall,
): Promise<Taken<ComparisonField>> {
  const taken: Taken<ComparisonField> = { counts: { new: 0, changed: 0, same: 0, notFound: 0 }, refused: [] }
  const count = (outcome: 'changed' | 'same' | 'notFound') => void (taken.counts[outcome]! += 1)
  const keyed = rows.map(({ number, row }) => ({ number, row, idKey: idKeyOf(call.keys, row.idType, row.idNumber) }))
  const idKeys = [...new Set(keyed.map(({ idKey }) => idKey))]
  const standing = new Map((await call.store.ledgerOf('city').findByIdKeys(idKeys)).map(e => [e.idKey, e]))
  await inLanes(keyed, LANES, async ({ number, row, idKey }) => {
    const entry = standing.get(idKey)
    const first = several.firstOf.get(number) ?? number
    const says = several.says.get(first) ?? row.says
    if (says.source === 'publicSecurity' && says.disputed)
      return void taken.refused.push({ number, ...REFUSED.disputed })
    if (!entry) return count('notFound')
    // a person's first row speaks for all of theirs
    if (first !== number) return count('same')
    const { outcome, ...rest } = await met(entry, { ...row, says }, run, call)
    if (outcome === 'full') taken.refused.push({ number, ...REFUSED.full })
    else if (outcome === 'left') count('notFound')
    else count(outcome === 'changed' || ('again' in rest && rest.again) ? 'changed' : 'same')
  })
  return taken
}

/** Decides, queues what is in doubt, and stores; decided anew where somebody changed the entry meanwhile. */
async function met(entry: LedgerEntry, row: ComparisonRow, run: Comparison, call: KeptCall): Promise<Compared> {
  const ledger = call.store.ledgerOf('city')
  for (let attempt = 1, loaded = entry; attempt <= MOST_TRIES; attempt += 1) {
    const compared = compare(loaded, row, run, keysFor(loaded, row, call.keys))
    if ('conflict' in compared && compared.conflict)
      await call.store.conflicts.putOnce(conflictDocument(loaded, compared.conflict, run, call.keys))
    if (compared.outcome !== 'changed') return compared
    let newer: LedgerEntry | undefined
    const decide = (found: LedgerEntry | undefined): Decision<LedgerEntry> => {
      if (!found) return noSuchEntry()
      if (found.version === loaded.version) return { outcome: 'change', entry: compared.entry }
      newer = found
      return { outcome: 'same', entry: found }
    }
    const { entry: stored } = await ledger.change(() => ledger.findOne({ _id: entry._id }), decide, loaded)
    if (newer === undefined) {
      if (stored.pending.some(({ kind }) => kind === 'sendMessage')) await applyPending(stored, call)
      return compared
    }
    loaded = newer
  }
  throw new Error('an entry is written by too many at once')
}

const keysFor = (entry: LedgerEntry, { name }: ComparisonRow, keys: Keys): ComparisonKeys => ({
  nameToken: searchToken(keys, 'name', name),
  name: () => openFact(keys, entry, 'name') ?? '',
  certified: () => openCertified(keys, entry),
  ownHardships: () => openHardships(keys, entry),
  seal: (field, text) => sealFact(keys, entry._id, field, text),
  employerKey: code => employerKeyOf(keys, code),
  question: conflict => questionKey(keys, entry._id, conflict),
})
