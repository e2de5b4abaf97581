import type { Campaign } from '../campaign'
import type { BeijingDate } from '../time'

/** One table that a district hands back. */
export interface HandIn {
  batch: string
  /** The day on which the district closed the table: nothing in it may lie after. */
  asOf: BeijingDate
  taskId: string
  /** The operator who hands it in, by id. */
  by: string
  /** ISO 8601 UTC, and the day in Beijing. */
  at: string
  today: BeijingDate
  campaign: Campaign
}
