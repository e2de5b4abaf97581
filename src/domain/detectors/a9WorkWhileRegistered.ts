import { destinationGroup } from '../destination'
import { openRegistration } from '../ledger'
import { beijingDate } from '../time'
import type { Detector } from './detector'

/** Work began after the unemployment registration, and that still stands: one of them is wrong. */
export const workWhileRegistered: Detector = {
  rule: 'A9',
  name: '有工作了，失业登记还在册',
  entry(entry) {
    const { destination } = entry
    const registration = openRegistration(entry, 'unemployment')
    if (!destination || !registration || destinationGroup(destination.code) !== 'employed') return undefined
    const began = destination.since ?? beijingDate(new Date(destination.recordedAt))
    const registered = registration.effectiveFrom ?? beijingDate(new Date(registration.filedAt))
    if (began < registered) return undefined
    return {
      basis: `${destination.code} ${destination.since ?? ''} ${registration.filedAt}`,
      evidence: `去向从 ${began} 起是就业，失业登记从 ${registered} 起，现在还在册`,
      recorders: [destination.recordedBy],
    }
  },
}
