import { partsOf, type SpotKind, type Stratum } from './strata'

/** How many entries each stratum has, or how many of them are drawn. */
export type Sizes = Partial<Record<Stratum, number>>

/** What rounding of `n * ratio` may leave behind: 100 × 0.07 is 7 and not a hair more. */
const HAIR = 1e-9

/**
 * How many are drawn of each stratum: the ratio rounded up, so at least one wherever there is anybody, and all of a kind that is
 * checked whole. A larger ratio never draws fewer.
 */
export function sizesOf(counts: Sizes, ratio: number, whole: readonly SpotKind[]): Sizes {
  const sizes: Sizes = {}
  for (const [stratum, count] of Object.entries(counts) as [Stratum, number][]) {
    if (count === 0) continue
    const all = whole.includes(partsOf(stratum).kind)
    sizes[stratum] = all ? count : Math.min(count, Math.max(1, Math.ceil(count * ratio - HAIR)))
  }
  return sizes
}

/** An entry with its rank: a keyed hash of its id under the draw's seed, so that no order of storage matters. */
export interface Ranked {
  rank: string
  id: string
}
export type Drawn = Partial<Record<Stratum, Ranked[]>>

const before = (a: Ranked, b: Ranked): number => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1)

/**
 * Of what was drawn so far and some more entries, the first by rank of each stratum. Any cutting of the ledger into stretches, in
 * any order, ends with the same draw; and of two sizes the smaller draw lies within the larger.
 */
export function drawAlso(drawn: Drawn, more: readonly (Ranked & { stratum: Stratum })[], sizes: Sizes): Drawn {
  const arrived = new Map<Stratum, Ranked[]>()
  for (const { stratum, rank, id } of more) {
    const others = arrived.get(stratum)
    if (others) others.push({ rank, id })
    else arrived.set(stratum, [{ rank, id }])
  }
  const together: Drawn = { ...drawn }
  for (const [stratum, ranked] of arrived) {
    const sorted = [...(drawn[stratum] ?? []), ...ranked].sort(before)
    together[stratum] = distinct(sorted).slice(0, sizes[stratum] ?? 0)
  }
  return together
}

/** A stretch done again brings nobody in twice. */
const distinct = (sorted: Ranked[]): Ranked[] => sorted.filter((each, i) => each.id !== sorted[i - 1]?.id)
