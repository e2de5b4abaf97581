import fc from 'fast-check'
import { DESTINATION_CODES, destinationGroup } from '../destination'
import {
  codesOf,
  drawAlso,
  partsOf,
  SPOT_KINDS,
  sizesOf,
  STRATA,
  stratumOf,
  type Drawn,
  type Sizes,
  type Stratum,
} from '.'

/** Not the product's hash, only one that spreads: the rules hold for any. */
const rankOf = (seed: number, id: string) =>
  [...id]
    .reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0, seed >>> 0)
    .toString(16)
    .padStart(8, '0')

const someStrata = fc.uniqueArray(fc.constantFrom(...STRATA), { minLength: 1, maxLength: 6 })
const ledger = fc
  .tuple(someStrata, fc.array(fc.nat(5), { maxLength: 120 }))
  .map(([strata, picks]) => picks.map((pick, n) => ({ id: `entry-${n}`, stratum: strata[pick % strata.length]! })))
const ratio = fc.double({ min: 0.001, max: 1, noNaN: true })
const whole = fc.subarray([...SPOT_KINDS])

type Entry = { id: string; stratum: Stratum }
const countsOf = (entries: Entry[]): Sizes => {
  const counts: Sizes = {}
  for (const { stratum } of entries) counts[stratum] = (counts[stratum] ?? 0) + 1
  return counts
}
const draw = (entries: Entry[], sizes: Sizes, seed = 1, stretch = 1_000): Drawn => {
  let drawn: Drawn = {}
  for (let at = 0; at < entries.length; at += stretch)
    drawn = drawAlso(
      drawn,
      entries.slice(at, at + stretch).map(each => ({ ...each, rank: rankOf(seed, each.id) })),
      sizes,
    )
  return drawn
}
const idsOf = (drawn: Drawn) => Object.values(drawn).flatMap(some => some.map(({ id }) => id))

it('every destination that is one belongs to one kind', () => {
  for (const code of DESTINATION_CODES)
    expect([code, SPOT_KINDS.filter(kind => codesOf(kind).includes(code)).length]).toEqual([
      code,
      destinationGroup(code) === 'unemployed' ? 0 : 1,
    ])
  expect(stratumOf('76', 'bda')).toBe('bda:freelance')
  expect(stratumOf('11', undefined)).toBe('pool:contract')
  expect(stratumOf('70', 'bda')).toBeUndefined()
})

it('a stratum gives its share, rounded up, and no more for a rounding error', () => {
  expect(sizesOf({ 'haidian:contract': 100, 'bda:contract': 3, 'bda:abroad': 0 }, 0.07, [])).toEqual({
    'haidian:contract': 7,
    'bda:contract': 1,
  })
  expect(sizesOf({ 'haidian:contract': 101, 'haidian:freelance': 9 }, 0.05, ['freelance'])).toEqual({
    'haidian:contract': 6,
    'haidian:freelance': 9,
  })
})

it('each stratum gives as many as its size, at least one, and all where it is checked whole', () => {
  fc.assert(
    fc.property(ledger, ratio, whole, (entries, share, kinds) => {
      const counts = countsOf(entries)
      const sizes = sizesOf(counts, share, kinds)
      const drawn = draw(entries, sizes)
      for (const [stratum, count] of Object.entries(counts) as [Stratum, number][]) {
        const size = drawn[stratum]!.length
        expect(size).toBe(sizes[stratum])
        expect(size).toBeGreaterThanOrEqual(Math.max(1, Math.floor(count * share)))
        expect(size).toBeLessThanOrEqual(count)
        if (kinds.includes(partsOf(stratum).kind)) expect(size).toBe(count)
      }
    }),
  )
})

it('nobody is drawn twice, and everybody from their own stratum', () => {
  fc.assert(
    fc.property(ledger, ratio, whole, (entries, share, kinds) => {
      const drawn = draw(entries, sizesOf(countsOf(entries), share, kinds))
      const ids = idsOf(drawn)
      expect(new Set(ids).size).toBe(ids.length)
      const home = new Map(entries.map(({ id, stratum }) => [id, stratum]))
      for (const [stratum, some] of Object.entries(drawn)) for (const { id } of some) expect(home.get(id)).toBe(stratum)
    }),
  )
})

it('the draw does not depend on the order of storage, on stretches, or on one done twice', () => {
  fc.assert(
    fc.property(ledger, ratio, fc.integer({ min: 1, max: 40 }), fc.nat(), (entries, share, stretch, seed) => {
      const sizes = sizesOf(countsOf(entries), share, [])
      const once = draw(entries, sizes, seed)
      expect(draw([...entries].reverse(), sizes, seed, stretch)).toEqual(once)
      const again = entries.slice(0, stretch).map(each => ({ ...each, rank: rankOf(seed, each.id) }))
      expect(drawAlso(once, again, sizes)).toEqual(once)
    }),
  )
})

it('a larger ratio contains the smaller draw', () => {
  fc.assert(
    fc.property(ledger, ratio, ratio, fc.nat(), (entries, one, other, seed) => {
      const counts = countsOf(entries)
      const [small, large] = [Math.min(one, other), Math.max(one, other)].map(share =>
        idsOf(draw(entries, sizesOf(counts, share, []), seed)),
      ) as [string[], string[]]
      expect(large).toEqual(expect.arrayContaining(small))
    }),
  )
})

it('another seed draws others', () => {
  const entries = Array.from({ length: 200 }, (_, n): Entry => ({ id: `entry-${n}`, stratum: 'haidian:contract' }))
  const sizes = sizesOf(countsOf(entries), 0.1, [])
  expect(idsOf(draw(entries, sizes, 1))).not.toEqual(idsOf(draw(entries, sizes, 2)))
})
