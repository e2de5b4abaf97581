import { questionOf, type Conflict, type ConflictVersions } from '../../src/domain/comparison'
import { districtOf, type LedgerEntry } from '../../src/domain/ledger'
import type { BeijingDate } from '../../src/domain/time'
import { contentKeyOf, open, seal, type Keys } from './crypto'
import type { ConflictDocument } from './store/conflicts'

/** The list that disagrees with the ledger. */
export interface ConflictingList {
  asOf: BeijingDate
  batch: string
  taskId: string
  /** ISO 8601 UTC. */
  at: string
}

/** What a conflict asks of an entry, as a keyed hash that says nothing of either version. */
export const questionKey = (keys: Keys, entryId: string, conflict: Conflict): string =>
  contentKeyOf(keys, JSON.stringify(['conflict', entryId, questionOf(conflict)])).slice(0, 24)

const placeOf = (id: string) => ({ collection: 'conflicts', id, field: 'versions' })

/**
 * A conflict as it is queued, both versions sealed. The same question about the same entry is the same conflict, whenever
 * it comes: what an operator has settled is not asked again.
 */
export function conflictDocument(
  entry: Pick<LedgerEntry, '_id' | 'no' | 'handlingDistrict' | 'assignedDistrict'>,
  conflict: Conflict,
  { asOf, batch, taskId, at }: ConflictingList,
  keys: Keys,
): ConflictDocument {
  const { kind, source, ours, theirs } = conflict
  const question = questionKey(keys, entry._id, conflict)
  const _id = `${entry._id}:${kind}:${question}`
  const district = districtOf(entry)
  return {
    _id,
    kind,
    source,
    entryId: entry._id,
    no: entry.no,
    ...(district ? { district } : {}),
    state: 'open',
    question,
    versions: seal(keys, placeOf(_id), JSON.stringify({ ours, theirs })),
    at,
    asOf,
    batch,
    taskId,
  }
}

/** Both versions of a queued conflict. Throws `SealBroken` where they were changed. */
export const openVersions = (keys: Keys, { _id, versions }: Pick<ConflictDocument, '_id' | 'versions'>) =>
  JSON.parse(open(keys, placeOf(_id), versions)) as ConflictVersions
