import type { TextField } from '../../../src/domain/ledger'
import { Collection, type Connection } from './collection'

/** A text that staff have to look at. */
export interface Review {
  /** The effect's id, so that queueing twice is queueing once. */
  _id: string
  entryId: string
  field: TextField
  /** `review`: WeChat was in doubt; `risky`: a later check refused it; `unchecked`: the check was not to be had. */
  reason: 'review' | 'risky' | 'unchecked'
  state: 'open' | 'closed'
  /** ISO 8601 UTC. */
  at: string
}

export function reviewsStore(connection: Connection) {
  const reviews = new Collection<Review>(connection, 'reviews')
  return {
    /** Queues a text for staff; one that is queued already stays as it is. */
    queue: (review: Review): Promise<void> => reviews.insertOnce(review),

    /** Takes away what staff should have looked at in an entry up to `until`, or ever: the texts are gone. */
    removeOf: (entryId: string, until?: string): Promise<number> =>
      reviews.removeAll(until === undefined ? { entryId } : { entryId, at: reviews.command.lte(until) }),
  }
}
