import type { LedgerEntry } from '../../src/domain/ledger'
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
