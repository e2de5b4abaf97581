import { DESTINATIONS, type DestinationCode } from '../destination'
import { addDays, beijingDate } from '../time'
import type { Detector } from './detector'

/** Destinations for which an employer has to insure. */
const BY_EMPLOYER: readonly DestinationCode[] = ['10', '11', '12', '27']

/** Work that nobody insures for so long that it may never have begun. */
export const noInsurance: Detector = {
  rule: 'A2',
  name: '记了单位就业，社保里一直没有',
  limits: '只和市里的社保名单比，在外地参保的看不到',
  thresholds: ({ detectors }) => ({ ...detectors.A2 }),
  missing: ({ insuredAsOf }) => (insuredAsOf ? undefined : '还没有做过社保比对，先用 comparison.run 比一次'),
  entry({ destination, compared }, { campaign, insuredAsOf }) {
    if (!destination || !insuredAsOf || destination.method === 'comparison') return undefined
    if (!BY_EMPLOYER.includes(destination.code) || compared?.socialInsurance?.result === 'insured') return undefined
    const since = destination.since ?? beijingDate(new Date(destination.recordedAt))
    if (addDays(since, campaign.detectors.A2.days.value) > insuredAsOf) return undefined
    return {
      basis: `${destination.code} ${destination.since ?? ''}`,
      evidence: `去向记的是“${DESTINATIONS[destination.code].name}”，${since} 起；到 ${insuredAsOf} 的社保名单上还没有单位参保`,
      recorders: [destination.recordedBy],
    }
  },
}
