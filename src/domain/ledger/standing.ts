import type { DistrictKey } from '../district'
import { hasDied } from './died'
import type { ContactState, LedgerEntry } from './entry'
import { isListed } from './own'

/**
 * What an entry is counted by and that bears no date of its own. Former ones are kept, so that any day's counts can be told later
 * (notice §六(四)): what was noted, never what it was about.
 */
export interface Standing {
  district?: DistrictKey
  category: string
  cohort?: number
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

/** What of an entry its standing is read from. */
export type WithStanding = Pick<
  LedgerEntry,
  | '_id'
  | 'idKey'
  | 'handlingDistrict'
  | 'category'
  | 'cohort'
  | 'contactState'
  | 'served'
  | 'source'
  | 'roster'
  | 'youthList'
  | 'status'
  | 'compared'
  | 'intention'
  | 'education'
> & { sealed?: { phone?: string } }

/** What `idKey` begins with in an entry whose number was freed for the person whose it is. */
export const FREED = 'freed:'
export const freedKey = (id: string): string => `${FREED}${id}`

/** How an entry stands now. */
export function standingOf(entry: WithStanding): Standing {
  const { handlingDistrict, category, cohort, contactState, served, intention, education, sealed } = entry
  return {
    ...(handlingDistrict ? { district: handlingDistrict } : {}),
    category,
    ...(cohort === undefined ? {} : { cohort }),
    contactState,
    served,
    ...(isListed(entry) ? { listed: true } : {}),
    ...(intention === undefined ? {} : { wantsWork: intention.wantsWork }),
    ...(sealed?.phone ? { phone: true } : {}),
    ...(education.school && education.graduatedOn ? { study: true } : {}),
    ...(hasDied(entry) ? { died: true } : {}),
    ...(entry.idKey === freedKey(entry._id) ? { freed: true } : {}),
  }
}
