import type { Notice } from '../../../src/domain/distribution'
import type { DistrictKey } from '../../../src/domain/district'
import { Collection, MOST_AT_ONCE, type Connection } from './collection'
import { newestFirst, type After } from './newest'

export function noticesStore(connection: Connection) {
  const notices = new Collection<Notice>(connection, 'notices')
  return {
    /** Puts notices into their districts' queues; those that stand already stay as they are. */
    put: (some: readonly Notice[]) => notices.insertMany(some),

    /** A district's notices, newest first, those after a cursor. */
    of(district: DistrictKey, after: After | undefined, limit: number): Promise<Notice[]> {
      const { condition, orderBy } = newestFirst(notices.command, { district }, 'at', after)
      return notices.find(condition, { limit, orderBy })
    },

    /** What districts were told of one entry, newest first. */
    about: (entryId: string): Promise<Notice[]> =>
      notices.find({ entryId }, { limit: MOST_AT_ONCE, orderBy: [['at', 'desc']] }),

    /** Takes away what was told of an entry that is kept no longer. */
    removeOf: (entryId: string): Promise<number> => notices.removeAll({ entryId }),
  }
}
