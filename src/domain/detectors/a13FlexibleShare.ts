import type { Detector, Grouping, GroupRule } from './detector'

const shareOf = (by: Grouping, whose: string): GroupRule => ({
  by,
  least: ({ detectors }) => detectors.A13.records.value,
  judge({ count, flexible, recorders }, { campaign }) {
    if (flexible * 100 < count * campaign.detectors.A13.percent.value) return undefined
    const share = Math.round((flexible * 100) / count)
    return {
      basis: by,
      evidence: `${whose} ${count} 条去向里，其他录用形式、自主创业、自由职业有 ${flexible} 条，占 ${share}%`,
      recorders,
    }
  },
})

/** One employer, or one recorder, with far more of the kinds that need little proof than others (the ministry's own sign of suspicion). */
export const flexibleShare: Detector = {
  rule: 'A13',
  name: '灵活就业、自由职业、自主创业占比太高',
  limits: '没有单位人数，看不出小单位一下子吸收很多人',
  thresholds: ({ detectors }) => ({ ...detectors.A13 }),
  groups: [shareOf('employer', '同一家单位的'), shareOf('recorder', '同一个人记的')],
}
