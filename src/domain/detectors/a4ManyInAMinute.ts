import { beijingDateTime } from '../time'
import type { Detector } from './detector'

/** More records in a minute than anybody has checked. */
export const manyInAMinute: Detector = {
  rule: 'A4',
  name: '同一个人一分钟里记了很多条去向',
  limits: '不存 IP 和设备号，只看是谁记的；按名单批量导入的不算',
  thresholds: ({ detectors }) => ({ ...detectors.A4 }),
  groups: [
    {
      by: 'recorderMinute',
      least: ({ detectors }) => detectors.A4.records.value,
      judge({ time = '', count, recorders }) {
        const minute = beijingDateTime(new Date(`${time}:00Z`))
        return { basis: minute, evidence: `${minute} 这一分钟里，同一个人记了 ${count} 条去向`, recorders }
      },
    },
  ],
}
