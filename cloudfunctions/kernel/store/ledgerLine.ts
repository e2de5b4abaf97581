import type { DistrictKey } from '../../../src/domain/district'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { Collection, type Connection } from './collection'

/** The last one of a page of people in line. */
export type InLineAfter = Pick<LedgerEntry, '_id' | 'priority' | 'nextDue'>

/** The ledger in the order in which people are looked after. */
export function ledgerLineStore(connection: Connection) {
  const ledger = new Collection<LedgerEntry>(connection, 'ledger')
  const { command } = ledger
  return {
    /**
     * Open entries that a district handles, or nobody (null), and that stand before place `below`: by place, then by when
     * they are due; those after one, projected. Each request stays within one stretch of an index.
     */
    async first(
      district: DistrictKey | null,
      below: number,
      after: InLineAfter | undefined,
      limit: number,
      fields: readonly (keyof LedgerEntry)[],
    ): Promise<LedgerEntry[]> {
      const served = { handlingDistrict: district, status: 'open' }
      const orderBy = [['priority', 'asc'] as const, ['nextDue', 'asc'] as const, ['_id', 'asc'] as const]
      if (!after) return ledger.find({ ...served, priority: command.lt(below) }, { limit, orderBy, fields })
      const { _id, priority, nextDue = null } = after
      const stretches = [
        { priority, nextDue, _id: command.gt(_id) },
        { priority, nextDue: command.gt(nextDue ?? '') },
        { priority: command.gt(priority).and(command.lt(below)) },
      ]
      const found: LedgerEntry[] = []
      for (const stretch of stretches)
        if (found.length < limit)
          found.push(
            ...(await ledger.find({ ...served, ...stretch }, { limit: limit - found.length, orderBy, fields })),
          )
      return found
    },
  }
}
