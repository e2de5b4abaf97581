import type { OwnEntry } from '../../../contract/graduate'
import type { BeijingDate } from '../../../domain/time'

/** What every part of the correction gets. */
export interface PartProps {
  entry: OwnEntry
  today: BeijingDate
}
