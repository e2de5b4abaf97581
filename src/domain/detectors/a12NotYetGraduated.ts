import { destinationGroup } from '../destination'
import type { Detector } from './detector'

/** Somebody counted as gone to work before they have left school. Whoever only registers early does nothing wrong. */
export const notYetGraduated: Detector = {
  rule: 'A12',
  name: '毕业日期还没到，已经记了就业',
  entry({ destination, education: { graduatedOn } }, { today }) {
    if (!destination || !graduatedOn || graduatedOn <= today) return undefined
    if (destinationGroup(destination.code) !== 'employed') return undefined
    return {
      basis: graduatedOn,
      evidence: `毕业日期是 ${graduatedOn}，还没到，去向已经记成就业`,
      recorders: [destination.recordedBy],
    }
  },
}
