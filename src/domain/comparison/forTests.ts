import fc from 'fast-check'
import { campaign2024, readData } from '../../../data/forTests'
import type { District } from '../district'
import { newEntry, type Certified, type LedgerEntry, type Registration } from '../ledger'
import { filing, sealed } from '../ledger/forTests'
import { HARDSHIPS, type Hardship } from '../person'
import { compare, questionOf, type Compared, type Comparison, type ComparisonKeys, type Saying } from '.'

export const districts = readData('districts.yaml') as readonly District[]

export const run = (over: Partial<Comparison> = {}): Comparison => ({
  batch: 'august',
  asOf: '2024-08-31',
  taskId: 'task-1',
  at: '2024-09-02T01:00:00.000Z',
  today: '2024-09-02',
  campaign: campaign2024,
  districtName: () => '海淀区',
  ...over,
})

/** Keys that seal by writing plainly, so that a test reads what was sealed. */
export const keysFor = (entry: LedgerEntry, told: Hardship[] = [], nameToken = 'n1:lin'): ComparisonKeys => ({
  nameToken,
  name: () => '林知夏',
  certified: () => certifiedIn(entry),
  ownHardships: () => told,
  seal: (_field, text) => sealed(text),
  employerKey: code => `e1:${code}`,
  question: questionOf,
})

export const certifiedIn = ({ sealed: { certified } }: LedgerEntry): Certified[] =>
  certified ? (JSON.parse(certified.replace(/^s1\.1\./, '')) as Certified[]) : []

export const compared = (entry: LedgerEntry, says: Saying, over: Partial<Comparison> = {}, told: Hardship[] = []) =>
  compare(entry, { name: '林知夏', says }, run(over), keysFor(entry, told))

export function changedBy(outcome: Compared): LedgerEntry {
  if (outcome.outcome !== 'changed') throw new Error(`expected a change, got ${outcome.outcome}`)
  return outcome.entry
}

/** Somebody who filed, job-seeking or unemployment. */
export const filed = (kind: 'jobSeeking' | 'unemployment' = 'unemployment'): LedgerEntry =>
  newEntry(filing({ kind, declarations: ['truthful', 'jobless', 'seekingWork'] }))

/** Somebody a list of graduates names and who has told nothing. */
export function listed(over: Partial<LedgerEntry> = {}): LedgerEntry {
  const { handlingDistrict: _d, handlingBy: _b, ...entry } = newEntry(filing())
  const roster = {
    education: entry.education,
    batch: 'july',
    asOf: '2024-07-31',
    hash: 'h',
  }
  return { ...entry, account: 'none:entry-1', source: 'roster', registrations: [], roster, ...over }
}

/** A registration that the list of registered youth brought. */
export const listedRegistration: Registration = {
  kind: 'unemployment',
  basis: 'hukou',
  district: 'haidian',
  status: 'active',
  filedAt: '2024-03-01T00:00:00.000Z',
  effectiveFrom: '2024-03-01',
  declarations: [],
  ruleVersion: 'list',
}

export const insured: Saying = { source: 'socialInsurance', insured: true, from: '2024-08-01', employer: '编的公司' }
export const notInsured: Saying = { source: 'socialInsurance', insured: false }

/** Public security agrees, in Xicheng. */
export const police = (over: Partial<Extract<Saying, { source: 'publicSecurity' }>> = {}): Saying => ({
  source: 'publicSecurity',
  hukou: 'xicheng',
  ...over,
})

/** On the civil affairs' list. */
export const aid: Saying = { source: 'civilAffairs', hardships: ['minimumLiving'] }

/** Anything a list may say of a person. */
export const SAYINGS: fc.Arbitrary<Saying> = fc.oneof(
  fc.record({
    source: fc.constant('publicSecurity' as const),
    hukou: fc.constantFrom('xicheng' as const, 'outside' as const),
  }),
  fc.constant<Saying>({ source: 'publicSecurity', died: true }),
  fc.record({
    source: fc.constantFrom('civilAffairs' as const, 'disability' as const),
    hardships: fc.subarray([...HARDSHIPS], { minLength: 1 }),
  }),
  fc.constantFrom(insured, notInsured, { ...insured, from: '2024-07-01' } as Saying),
)
