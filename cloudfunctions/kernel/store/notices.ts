import type { Notice } from '../../../src/domain/distribution'
import type { DistrictKey } from '../../../src/domain/district'
import { Collection, type Connection } from './collection'

export function noticesStore(connection: Connection) {
  const notices = new Collection<Notice>(connection, 'notices')
  const { command } = notices
  return {
    /** Puts notices into their districts' queues; those that stand already stay as they are. */
    put: (some: readonly Notice[]) => notices.insertMany(some),

    /** A district's notices, newest first, those after a cursor. */
    of(district: DistrictKey, after: { createdAt: string; id: string } | undefined, limit: number): Promise<Notice[]> {
      const older = after && [
        { district, at: command.lt(after.createdAt) },
        { district, at: after.createdAt, _id: command.lt(after.id) },
      ]
      return notices.find(older ? (command.or(older) as object) : { district }, {
        limit,
        orderBy: [
          ['at', 'desc'],
          ['_id', 'desc'],
        ],
      })
    },

    /** Takes away what was told of an entry that is kept no longer. */
    removeOf: (entryId: string): Promise<number> => notices.removeAll({ entryId }),
  }
}
