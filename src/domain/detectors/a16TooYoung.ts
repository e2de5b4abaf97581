import { ageOn, beijingDate } from '../time'
import type { Detector } from './detector'

/** The form refuses it; a record that got in another way is looked at (《劳动法》第十五条). */
export const tooYoung: Detector = {
  rule: 'A16',
  name: '登记那天还不满 16 周岁',
  thresholds: ({ ages }) => ({ age: ages.floor }),
  entry({ bornOn, registrations, source }, { campaign }) {
    if (!bornOn || source !== 'self') return undefined
    const { value } = campaign.ages.floor
    const early = registrations.find(({ filedAt }) => ageOn(bornOn, beijingDate(new Date(filedAt))) < value)
    if (!early) return undefined
    return { basis: early.filedAt, evidence: `登记那天还不满 ${value} 周岁`, recorders: [] }
  },
}
