import { beijingDateTime } from '../time'
import type { Detector } from './detector'

/** Times with no hour say nothing of when it was. */
const hasTime = (at: string): boolean => at.length > 10

/** Referrals at night, or faster than anybody can look at a post. */
export const referralTimes: Detector = {
  rule: 'A7',
  name: '岗位推介的时间不像人办的',
  limits: '只看记了钟点的；区里交回的表只记到天，看不出几点',
  thresholds: ({ detectors }) => ({ ...detectors.A7 }),
  entry({ services = [] }, { campaign }) {
    const { fromHour, untilHour, perMinute } = campaign.detectors.A7
    const referrals = services
      .filter(({ kind, at }) => kind === 'referral' && hasTime(at))
      .map(({ at, by }) => ({ minute: beijingDateTime(new Date(at)), by }))
      .sort((a, b) => (a.minute < b.minute ? -1 : 1))
    const night = referrals.find(({ minute }) => {
      const hour = Number(minute.slice(11, 13))
      return hour < fromHour.value || hour >= untilHour.value
    })
    if (night)
      return {
        basis: `night ${night.minute}`,
        evidence: `${night.minute} 推介岗位，不在 ${fromHour.value} 点到 ${untilHour.value} 点之间`,
        recorders: [night.by],
      }
    const counts = new Map<string, number>()
    for (const { minute } of referrals) counts.set(minute, (counts.get(minute) ?? 0) + 1)
    const fast = [...counts].find(([, count]) => count >= perMinute.value)
    if (!fast) return undefined
    const [minute, count] = fast
    return {
      basis: `fast ${minute}`,
      evidence: `${minute} 这一分钟里推介了 ${count} 次岗位`,
      recorders: [...new Set(referrals.filter(each => each.minute === minute).map(({ by }) => by))],
    }
  },
}
