import fc from 'fast-check'
import { agreedNow, CURRENT_NOTICE, itemsInForce, withdrawAll, withdrawFrom, type Consent } from '.'

const consent = (over: Partial<Consent> = {}): Consent => ({
  version: CURRENT_NOTICE.version,
  items: ['registration', 'sensitive'],
  givenAt: '2024-09-02T01:00:00.000Z',
  ...over,
})
const LATER = '2024-09-03T01:00:00.000Z'

describe('what is agreed now', () => {
  it('is what was given to the notice in force, less what was taken back', () => {
    expect(agreedNow(consent())).toEqual(['registration', 'sensitive'])
    expect(agreedNow(consent({ withdrawn: [{ item: 'sensitive', at: LATER }] }))).toEqual(['registration'])
    expect(agreedNow(consent({ version: '2023-01-01' }))).toEqual([])
    expect(agreedNow(undefined)).toEqual([])
  })
})

describe('taking an item back', () => {
  it('marks it where it was last given, and leaves the record of what was given', () => {
    const all = [consent(), consent({ givenAt: '2024-09-02T02:00:00.000Z' })]
    expect(withdrawFrom(all, 'sensitive', LATER)).toEqual([
      all[0],
      { ...all[1], withdrawn: [{ item: 'sensitive', at: LATER }] },
    ])
  })
  it('finds it in an earlier consent, where the newest never held it', () => {
    const all = [consent(), consent({ items: ['registration'], givenAt: '2024-09-02T02:00:00.000Z' })]
    expect(withdrawFrom(all, 'sensitive', LATER)[0]?.withdrawn).toEqual([{ item: 'sensitive', at: LATER }])
  })
  it('does not reach a consent that was given after it, when it is drained late', () => {
    const all = [consent(), consent({ givenAt: '2024-09-04T01:00:00.000Z' })]
    expect(withdrawFrom(all, 'sensitive', LATER)).toEqual(all)
  })
  it('twice is once, and all is all, whatever was given before', () => {
    const given = fc.array(fc.subarray(['registration', 'sensitive'], { minLength: 1 }), { maxLength: 5 })
    fc.assert(
      fc.property(given, fc.constantFrom('registration', 'sensitive'), (lists, item) => {
        const all = lists.map((items, i) => consent({ items, givenAt: `2024-09-02T0${i}:00:00.000Z` }))
        const once = withdrawFrom(all, item, LATER)
        expect(withdrawFrom(once, item, '2024-09-05T01:00:00.000Z')).toEqual(once)
        expect(once.map(({ items }) => items)).toEqual(lists)
        const last = withdrawAll(all, LATER).at(-1)
        expect(last ? itemsInForce(last) : []).toEqual([])
      }),
    )
  })
})
