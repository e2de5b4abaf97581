import type { Delivery } from '../ledger'

/** One table that a district hands back; `asOf` is the day on which the district closed it. */
export interface HandIn extends Delivery {
  /** The operator who hands it in, by id. */
  by: string
}
