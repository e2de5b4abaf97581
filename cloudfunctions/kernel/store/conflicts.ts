import type { ConflictDecision, ConflictKind } from '../../../src/domain/comparison'
import type { DistrictKey } from '../../../src/domain/district'
import type { ComparisonSource, Sealed } from '../../../src/domain/ledger'
import type { RaisedConflict } from '../../../src/domain/report'
import type { BeijingDate } from '../../../src/domain/time'
import { Collection, MOST_AT_ONCE, Unanswered, type Connection } from './collection'
import { newestFirst, type After } from './newest'
import { backOff } from './retry'

/** Two sources that disagree about a person; waits for an operator's word. */
export interface ConflictDocument {
  /** From entry, kind and what the list says, so that raising it twice is raising it once. */
  _id: string
  kind: ConflictKind
  source: 'roster' | ComparisonSource
  entryId: string
  /** The entry's registration number. */
  no: string
  district?: DistrictKey
  state: 'open' | 'resolved'
  /** What it asks, as a keyed hash; the entry's trace of the list says the same. */
  question: string
  /** Both versions as JSON, sealed for this document. */
  versions: Sealed
  /** ISO 8601 UTC. */
  at: string
  /** The day for which the list holds, its batch, and the task that read it. */
  asOf: BeijingDate
  batch: string
  taskId: string
  decision?: ConflictDecision
  reason?: string
  /** The operator's id. */
  by?: string
  resolvedAt?: string
}

/** What an operator decided. */
export type Settlement = Required<Pick<ConflictDocument, 'decision' | 'reason' | 'by' | 'resolvedAt'>>

const SETTLE_TRIES = 5

export function conflictsStore(connection: Connection) {
  const conflicts = new Collection<ConflictDocument>(connection, 'conflicts')
  return {
    /** Puts a conflict into the queue; one that stands there stays as it is, resolved or not. */
    putOnce: (conflict: ConflictDocument): Promise<void> => conflicts.insertOnce(conflict),

    /** All that was ever raised about some entries, without what it says; one request where one holds it. */
    async raisedOn(entryIds: readonly string[]): Promise<RaisedConflict[]> {
      if (entryIds.length === 0) return []
      const of = { entryId: conflicts.command.in([...entryIds]) }
      const fields = ['_id', 'entryId', 'kind', 'at', 'decision', 'resolvedAt'] as const
      const found: ConflictDocument[] = []
      for (let after = ''; ; after = found.at(-1)!._id) {
        const condition = { ...of, _id: conflicts.command.gt(after) }
        const page = await conflicts.find(condition, { limit: MOST_AT_ONCE, orderBy: [['_id', 'asc']], fields })
        found.push(...page)
        if (page.length < MOST_AT_ONCE) return found
      }
    },

    /** An entry's conflicts, settled or not, newest first. */
    of: (entryId: string): Promise<ConflictDocument[]> =>
      conflicts.find({ entryId }, { limit: MOST_AT_ONCE, orderBy: [['at', 'desc']] }),

    byId: (id: string) => conflicts.findOne({ _id: id }),

    /** Conflicts of a state, newest first, those after a cursor. */
    find(
      filter: { state: ConflictDocument['state']; district?: DistrictKey; kind?: ConflictKind },
      after: After | undefined,
      limit: number,
    ): Promise<ConflictDocument[]> {
      const { condition, orderBy } = newestFirst(conflicts.command, filter, 'at', after)
      return conflicts.find(condition, { limit, orderBy })
    },

    /** Puts a conflict into another district's queue. */
    move: (id: string, district: DistrictKey): Promise<void> => conflicts.updateAll({ _id: id }, { district }),

    /** Marks an open conflict as settled; the conflict as it stands then, which somebody else may have settled first. */
    async settle(id: string, settlement: Settlement): Promise<ConflictDocument | undefined> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await conflicts.updateOne({ _id: id, state: 'open' }, { state: 'resolved', ...settlement })
          return await conflicts.findOne({ _id: id })
        } catch (error) {
          if (!(error instanceof Unanswered) || attempt === SETTLE_TRIES) throw error
          await backOff(attempt, 50, connection.random)
        }
      }
    },

    /** Takes away what an entry's conflicts hold, with the entry. */
    removeOf: (entryId: string): Promise<number> => conflicts.removeAll({ entryId }),
  }
}
