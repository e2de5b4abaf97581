import type { Subject } from '../../../src/domain/detectors'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { SealBroken } from '../crypto'
import { openFact } from '../sealing'
import type { TaskCall } from '../task/kind'

/** What detectors read of an entry, and nothing else; the employer only where a rule asks for its code. */
export const SUBJECT_FIELDS = [
  '_id',
  'no',
  'handlingDistrict',
  'assignedDistrict',
  'destination',
  'formerDestinations',
  'compared',
  'registrations',
  'education',
  'bornOn',
  'source',
  'roster',
  'youthList',
  'services',
  'sealed.employer',
] as const

/** An entry as detectors see it. The employer's code is opened in memory and goes nowhere from there. */
export const subjectOf = (entry: LedgerEntry, call: Pick<TaskCall, 'keys' | 'note'>): Subject => ({
  ...entry,
  employerCode() {
    // a projected entry without any sealed field of those asked for has none at all
    if (!(entry.sealed as Partial<LedgerEntry['sealed']> | undefined)?.employer) return undefined
    try {
      const text = openFact(call.keys, entry, 'employer')
      const { employerCode } = JSON.parse(text ?? '{}') as { employerCode?: string }
      return employerCode
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
      call.note(`employer of ledger ${entry._id} does not open`)
      return undefined
    }
  },
})
