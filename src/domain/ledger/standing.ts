import { hasDied } from './died'
import type { LedgerEntry } from './entry'
import { isListed } from './own'
import type { Standing } from './stood'

/** What of an entry its standing is read from. */
export type WithStanding = Pick<
  LedgerEntry,
  | '_id'
  | 'idKey'
  | 'handlingDistrict'
  | 'category'
  | 'cohort'
  | 'priority'
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
  const { handlingDistrict, category, cohort, priority, contactState, served, intention, education, sealed } = entry
  return {
    ...(handlingDistrict ? { district: handlingDistrict } : {}),
    category,
    ...(cohort === undefined ? {} : { cohort }),
    priority,
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

/** Each fact of a standing once, in the type's own words: a new one does not compile until it is compared, too. */
const FACTS = Object.keys({
  district: 0,
  category: 0,
  cohort: 0,
  priority: 0,
  contactState: 0,
  served: 0,
  listed: 0,
  wantsWork: 0,
  phone: 0,
  study: 0,
  died: 0,
  freed: 0,
} satisfies Record<keyof Standing, 0>) as (keyof Standing)[]

export const sameStanding = (a: Standing, b: Standing): boolean => FACTS.every(fact => a[fact] === b[fact])
