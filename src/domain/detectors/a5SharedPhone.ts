import type { Detector } from './detector'

/**
 * One phone for many people: it may be a helper's, and then nobody reaches the person. Under one name it may be one person under two
 * numbers, whom nobody puts together by guess (domain facts §9).
 */
export const sharedPhone: Detector = {
  rule: 'A5',
  name: '几个人留了同一个手机号',
  thresholds: ({ detectors }) => ({ ...detectors.A5 }),
  groups: [
    {
      by: 'phone',
      // the threshold says: more than
      least: ({ detectors }) => detectors.A5.persons.value + 1,
      // whoever recorded the destinations has nothing to do with the phones
      judge: ({ count }) => ({ basis: '', evidence: `${count} 份登记留了同一个手机号`, recorders: [] }),
    },
    {
      by: 'namePhone',
      least: () => 2,
      judge: ({ count }) => ({
        basis: '',
        evidence: `${count} 份登记的姓名和手机号都一样，证件号码不同，可能是同一个人`,
        recorders: [],
      }),
    },
  ],
}
