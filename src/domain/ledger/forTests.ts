import fc from 'fast-check'
import {
  type correct,
  newEntry,
  NO_FINDINGS,
  type Classification,
  type Decision,
  type Filing,
  type LedgerEntry,
  type Sealed,
} from '.'
import type { Kind } from '../registration'

export const AT = '2024-09-02T01:00:00.000Z'
export const sealed = (text: string) => `s1.1.${text}` as Sealed
export const classification: Classification = {
  category: 'GRAD_2024',
  cohort: 2024,
  priority: 2,
  campaign: '2024',
  ruleVersion: 'eligibility-1',
}

export const filing = (over: Partial<Filing> = {}): Filing => ({
  id: 'entry-1',
  no: 'QH24-7K3M-92PX',
  account: 'o-lin-zhixia',
  idKey: 'k1:lin',
  sealed: { idNumber: sealed('id'), idType: '01', name: sealed('name'), phone: sealed('phone') },
  search: ['n1:lin', 'p1:139', 'l1:4524'],
  nameToken: 'n1:lin',
  bornOn: '2002-06-17',
  kind: 'jobSeeking',
  basis: 'residence',
  district: 'haidian',
  districtName: '海淀区',
  requestId: 'request-1',
  contentKey: 'content-1',
  declarations: ['truthful'],
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true, occupations: '数据分析' },
  classification,
  firstContactDue: '2024-10-02',
  findings: NO_FINDINGS,
  written: ['intention.occupations', 'education.school'],
  at: AT,
  today: '2024-09-02',
  ...over,
})

export const changed = <E>(decision: Decision<LedgerEntry, E>) => {
  if (decision.outcome !== 'change') throw new Error(`expected a change, got ${JSON.stringify(decision)}`)
  return decision
}
export const codeOf = (decision: Decision<LedgerEntry>) =>
  decision.outcome === 'refused' ? decision.refusal.code : decision.outcome

export const withdrawal = (entry: LedgerEntry, kind: Kind, reason = '找到工作了') => ({
  version: entry.version,
  kind,
  reason,
  findings: NO_FINDINGS,
  account: entry.account,
  at: AT,
})
export const correction = (entry: LedgerEntry, over: Partial<Parameters<typeof correct>[1]>) => ({
  version: entry.version,
  classification,
  findings: NO_FINDINGS,
  account: entry.account,
  at: AT,
  ...over,
})

/** Runs any story of steps from a first filing on, and looks at each change. */
export const throughAnyStory = <Step>(
  steps: fc.Arbitrary<Step[]>,
  take: (entry: LedgerEntry, step: Step) => Decision<LedgerEntry>,
  look: (before: LedgerEntry, after: LedgerEntry, step: Step) => void,
): void =>
  fc.assert(
    fc.property(steps, story => {
      let entry = newEntry(filing())
      for (const step of story) {
        const decision = take(entry, step)
        if (decision.outcome !== 'change') continue
        look(entry, decision.entry, step)
        entry = decision.entry
      }
    }),
  )
