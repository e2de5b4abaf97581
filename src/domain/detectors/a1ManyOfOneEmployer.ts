import type { Detector } from './detector'

/** Signing for many at once: one employer, one district, one day. What social insurance proves is not counted. */
export const manyOfOneEmployer: Detector = {
  rule: 'A1',
  name: '同一单位一天之内录用很多人',
  limits: '只看记了统一社会信用代码的；社保比对出来的不算',
  thresholds: ({ detectors }) => ({ ...detectors.A1 }),
  groups: [
    {
      by: 'employerDay',
      least: ({ detectors }) => detectors.A1.persons.value,
      judge: ({ time, count, districts, recorders }) => ({
        basis: `${time} ${districts.join()}`,
        evidence: `${time} 一天里，同一个区记了同一家单位录用 ${count} 个人`,
        recorders,
      }),
    },
  ],
}
