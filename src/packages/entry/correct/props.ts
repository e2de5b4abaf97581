import type { OwnEntry } from '../../../contract/graduate'
import type { BeijingDate } from '../../../domain/time'
import type { Unsent } from './unsent'

/** What every part of the correction gets. */
export interface PartProps {
  entry: OwnEntry
  today: BeijingDate
  /** What was typed here before and never stored. */
  unsent?: Unsent | undefined
}
