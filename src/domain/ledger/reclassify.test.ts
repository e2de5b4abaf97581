import { campaign2024 } from '../../../data/forTests'
import { newEntry, reclassify, type LedgerEntry, type Registration } from '.'
import { classification, filing } from './forTests'

const note = { at: '2024-09-02T01:00:00.000Z', by: 'scheduler', byId: 'task-1', source: 'timer', why: '每天' } as const
const on = (entry: LedgerEntry, day: string, hardships: Parameters<typeof reclassify>[1]['hardships'] = []) => {
  const outcome = reclassify(entry, { on: day, campaign: campaign2024, hardships }, note)
  if (outcome.outcome === 'full') throw new Error('full')
  return outcome.outcome === 'changed' ? outcome.entry : entry
}

/** From high school, 18, registered as without work since February. */
function youth(over: Partial<LedgerEntry> = {}): LedgerEntry {
  const entry = newEntry(
    filing({
      kind: 'unemployment',
      bornOn: '2005-10-01',
      education: { level: '61' },
      classification: { category: 'YOUTH_REG', priority: 3, ruleVersion: 'eligibility-1' },
      declarations: ['truthful', 'jobless', 'seekingWork'],
    }),
  )
  const accepted: Partial<Registration> = { status: 'active', effectiveFrom: '2024-02-01' }
  return { ...entry, registrations: [{ ...entry.registrations[0]!, ...accepted }], ...over }
}

describe('time alone', () => {
  it('makes somebody long without work, on the very day, and history says no more than that', () => {
    expect(on(youth(), '2024-07-31').priority).toBe(3)
    const entry = on(youth(), '2024-08-01')
    expect(entry).toMatchObject({ priority: 1, category: 'YOUTH_REG', version: 2 })
    expect(entry.history.at(-1)).toMatchObject({ by: 'scheduler', what: '更新了服务的先后', fromOthers: true })
  })
  it('ends that mark with the 25th birthday; the category once given stays', () => {
    const longTerm = youth({ bornOn: '1999-09-15', priority: 1 })
    expect(on(longTerm, '2024-09-14').priority).toBe(1)
    expect(on(longTerm, '2024-09-15')).toMatchObject({ priority: 3, category: 'YOUTH_REG' })
  })
  it('makes a graduate of somebody who filed while still at school', () => {
    const pupil = newEntry(
      filing({
        education: { level: '21', graduatedOn: '2024-10-15' },
        classification: { category: 'YOUTH_REG', priority: 3, ruleVersion: 'eligibility-1' },
      }),
    )
    expect(on(pupil, '2024-10-14').category).toBe('YOUTH_REG')
    expect(on(pupil, '2024-10-15')).toMatchObject({ category: 'GRAD_2024', cohort: 2024, priority: 2 })
  })
  it('changes nothing outside the campaign’s window, so that the year’s counts stay', () => {
    expect(on(youth(), '2025-01-01')).toEqual(youth())
    expect(on(newEntry(filing()), '2025-03-01').category).toBe(classification.category)
  })
})

it('hardships of whatever source go first', () => {
  expect(on(newEntry(filing()), '2024-09-02', ['lowIncome']).priority).toBe(0)
})

it('nobody who isn’t served any more is looked at', () => {
  expect(on(youth({ status: 'closed' }), '2024-09-02').version).toBe(1)
  expect(on(youth({ erased: { at: note.at, keepUntil: '2027-09-02' } }), '2024-09-02').version).toBe(1)
})

it('the same day again changes nothing', () => {
  const once = on(youth(), '2024-09-02')
  expect(on(once, '2024-09-02')).toBe(once)
})
