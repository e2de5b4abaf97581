import fc from 'fast-check'
import type { ComparisonSource } from '../ledger'
import { combine, type Saying } from '.'
import { aid, insured, notInsured, police, SAYINGS } from './forTests'

describe('several rows for one person', () => {
  const rows = (source: ComparisonSource) => SAYINGS.filter(says => says.source === source)
  const anySource = fc.constantFrom<ComparisonSource>('publicSecurity', 'civilAffairs', 'disability', 'socialInsurance')
  const normal = (says: Saying): unknown =>
    'hardships' in says ? { ...says, hardships: [...says.hardships].sort() } : says

  it('come to the same in whatever order they stand', () => {
    fc.assert(
      fc.property(
        anySource.chain(source => fc.tuple(rows(source), rows(source), rows(source))),
        ([a, b, c]) => {
          expect(normal(combine(a, b))).toEqual(normal(combine(b, a)))
          expect(normal(combine(combine(a, b), c))).toEqual(normal(combine(a, combine(b, c))))
          expect(normal(combine(a, a))).toEqual(normal(a))
        },
      ),
      { numRuns: 200 },
    )
  })
  it('of insurance: the one that holds on the list’s day decides, of several the one that began last', () => {
    const first = { ...insured, from: '2023-01-01', until: '2023-12-31', insured: false } as Saying
    expect(combine(first, insured)).toEqual(insured)
    expect(combine({ ...insured, from: '2024-02-01', employer: '先前的公司' } as Saying, insured)).toEqual(insured)
    expect(combine(first, notInsured)).toMatchObject({ insured: false })
  })
  it('of aid: all categories count', () => {
    expect(combine(aid, { source: 'civilAffairs', hardships: ['orphan'] })).toEqual({
      source: 'civilAffairs',
      hardships: ['minimumLiving', 'orphan'],
    })
  })
  it('of hukou: two places are nobody’s to choose between, and a death is never outvoted', () => {
    expect(combine(police(), police({ hukou: 'miyun' }))).toEqual({ source: 'publicSecurity', disputed: true })
    expect(combine(police(), { source: 'publicSecurity', died: true })).toEqual({
      source: 'publicSecurity',
      hukou: 'xicheng',
      died: true,
    })
  })
})
