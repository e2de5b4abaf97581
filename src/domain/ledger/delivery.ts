import type { Campaign } from '../campaign'
import type { BeijingDate } from '../time'

/** A list as one task goes through it, whichever list it is. */
export interface Delivery {
  /** The operator's own name for it. */
  batch: string
  /** The day for which the list holds: nothing in it may lie after. */
  asOf: BeijingDate
  /** The task, so that a row done again counts as it did the first time. */
  taskId: string
  /** ISO 8601 UTC, and the day in Beijing. */
  at: string
  today: BeijingDate
  campaign: Campaign
}
