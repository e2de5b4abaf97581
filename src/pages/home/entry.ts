import type { OwnEntry } from '../../contract/graduate'

/** As much of the person's own entry as the first page tells; also what the phone keeps of it. */
export type HomeEntry = Pick<
  OwnEntry,
  'no' | 'handlingDistrict' | 'registrations' | 'contactState' | 'served' | 'nextDue' | 'underReview' | 'messageFailed'
> & { person: Pick<OwnEntry['person'], 'name'> }
