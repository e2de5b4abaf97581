import type { DistrictKey } from '../district'
import type { ContactState } from './entry'

/** A record that stood until another took its place or it was taken back: a correction never overwrites (domain facts §11). */
export type Former<T> = T & {
  /** ISO 8601 UTC. */
  replacedAt: string
}

/**
 * What an entry is counted by and that bears no date of its own. Former ones are kept, so that any day's counts can be told later
 * (notice §六(四)): what was noted, never what it was about.
 */
export interface Standing {
  district?: DistrictKey
  category: string
  cohort?: number
  /** 0 (first) to 3; absent in a former one where the person has taken back the hardships that it came from. */
  priority?: number
  contactState: ContactState
  served: number
  /** A list names the person. */
  listed?: true
  /** Absent where nobody has told it. */
  wantsWork?: boolean
  /** A phone number is known. */
  phone?: true
  /** School and day of graduation are known. */
  study?: true
  /** Closed, and public security says that the person died; only an operator's word makes it true. */
  died?: true
  /** The ID number turned out to be somebody else's: the entry is nobody's. */
  freed?: true
}
