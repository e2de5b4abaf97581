import { addDays, addMonths, beijingDate, daysBetween, type BeijingDate } from '../time'
import type { Detector } from './detector'

const monthEnd = (day: BeijingDate): BeijingDate => addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)

/** A destination that was changed by hand just before figures were due. */
export const changedBeforeReport: Detector = {
  rule: 'A3',
  name: '月底调度前改了去向',
  limits: '通知没有写调度的日子，按每月最后一天算；只看改过的，不看第一次记的',
  thresholds: ({ detectors }) => ({ ...detectors.A3 }),
  entry({ destination, formerDestinations }, { campaign }) {
    const last = formerDestinations?.at(-1)
    if (!last || destination?.method === 'comparison') return undefined
    const day = beijingDate(new Date(last.replacedAt))
    const { from, to } = campaign.window
    const left = daysBetween(day, monthEnd(day))
    if (day < from || day > to || left >= campaign.detectors.A3.days.value) return undefined
    return {
      basis: last.replacedAt,
      evidence: left === 0 ? `${day} 改了去向，是月底最后一天` : `${day} 改了去向，离月底 ${left} 天`,
      recorders: destination ? [destination.recordedBy] : [],
    }
  },
}
