import type { OwnEntry } from '../../src/contract/graduate'

/** A made-up person's own entry as the cloud shows it: job-seeking in force, nothing proved yet. */
export const OWN_ENTRY: OwnEntry = {
  no: 'QH24-TEST-0001',
  version: 3,
  status: 'open',
  assurance: 'claimed',
  handlingDistrict: 'chaoyang',
  person: { idType: '01', idNumber: '110***********4524', name: '林**', phone: '138****2671' },
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true, occupations: '数据' },
  sensitiveStored: false,
  category: 'GRAD_2024',
  registrations: [
    {
      kind: 'jobSeeking',
      basis: 'residence',
      district: 'chaoyang',
      status: 'active',
      filedAt: '2024-08-20T01:41:00.000Z',
    },
  ],
  contactState: 'none',
  served: 0,
  underReview: [],
  faceCheck: false,
}
