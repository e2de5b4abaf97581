import type { LedgerEntry } from '../../src/domain/ledger'
import { maskName, maskPhone } from '../../src/domain/person'
import { SealBroken } from './crypto'
import type { KeptCall } from './procedure'
import { openFact, type SealedField } from './sealing'

/** What stands in place of a fact that doesn't open. */
export const UNREADABLE = '打不开'

/** A document that was changed past the functions must not hide the rest of the page: its fact is named in the log instead. */
export function maskedFact(
  entry: Pick<LedgerEntry, '_id' | 'sealed'>,
  field: SealedField,
  mask: (text: string) => string,
  call: Pick<KeptCall, 'keys' | 'note'>,
): string {
  try {
    return mask(openFact(call.keys, entry, field) ?? '')
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    call.note(`${field} of ledger ${entry._id} does not open`)
    return UNREADABLE
  }
}

/** The fields of an entry that a line of any list of people shows. */
export const LINE_FIELDS = [
  '_id',
  'no',
  'sealed',
  'handlingDistrict',
  'assignedDistrict',
  'category',
  'priority',
  'contactState',
  'served',
  'nextDue',
  'erased',
] as const satisfies readonly (keyof LedgerEntry)[]

/** What stands in place of a phone number that went with an erasure: nobody forgot to fill it in. */
const ERASED = '已删除'

/** One line of a list of people, masked. */
export function maskedLine(
  entry: Pick<LedgerEntry, (typeof LINE_FIELDS)[number]>,
  call: Pick<KeptCall, 'keys' | 'note'>,
) {
  const { no, handlingDistrict, assignedDistrict, category, priority, contactState, served, nextDue } = entry
  return {
    no,
    name: maskedFact(entry, 'name', maskName, call),
    phone: entry.erased && !entry.sealed.phone ? ERASED : maskedFact(entry, 'phone', maskPhone, call),
    ...(handlingDistrict ? { handlingDistrict } : {}),
    ...(assignedDistrict ? { assignedDistrict } : {}),
    category,
    priority,
    contactState,
    served,
    ...(nextDue ? { nextDue } : {}),
  }
}
