import type { IndexDeclaration } from '../declaration'
import { afterPrefix, inverted, keyOf, rankOf } from './keys'
import { predicatesOf, type Predicate, type Predicates } from './predicates'
import { isDoc, type Doc, type Value } from './values'

export interface SortKey {
  field: string
  direction: 1 | -1
}

/** Keys from `from` (inclusive) up to `to` (exclusive, or open). */
export interface KeyRange {
  from: Buffer
  to: Buffer | undefined
}

export interface IndexAccess {
  index: IndexDeclaration
  ranges: KeyRange[]
}

export type Plan = { kind: 'index'; accesses: IndexAccess[]; sorted: 'forward' | 'backward' | 'no' } | { kind: 'scan' }

export interface KnownIndex {
  index: IndexDeclaration
  multikey: boolean
}

/** More ranges than this cost more than they save. */
const MAX_RANGES = 2_000

/**
 * Chooses how to reach the documents a query may match: through an index (equalities and $in first, then one range,
 * and the sort order if it fits), through one index for each branch of an $or, or by a scan.
 */
export function plan(criteria: Doc, sort: readonly SortKey[], known: readonly KnownIndex[]): Plan {
  const predicates = predicatesOf(criteria)
  const best = bestIndex(predicates, sort, known)
  if (best !== undefined && best.score > 0) return toPlan(best)
  const branches = orBranches(criteria, known)
  if (branches !== undefined) return { kind: 'index', accesses: branches, sorted: 'no' }
  return best === undefined || best.sorted === 'no' ? { kind: 'scan' } : toPlan(best)
}

interface Candidate {
  index: IndexDeclaration
  ranges: KeyRange[]
  /** 0: every document would be visited. */
  score: number
  sorted: 'forward' | 'backward' | 'no'
}

const toPlan = (best: Candidate): Plan => ({
  kind: 'index',
  accesses: [{ index: best.index, ranges: best.ranges }],
  sorted: best.sorted,
})

function bestIndex(
  predicates: Predicates,
  sort: readonly SortKey[],
  known: readonly KnownIndex[],
): Candidate | undefined {
  let best: Candidate | undefined
  for (const each of known) {
    const candidate = candidateFor(each, predicates, sort)
    if (best === undefined || value(candidate) > value(best)) best = candidate
  }
  return best
}

// A unique index met in full finds one document; otherwise more equalities narrow more, and a fitting order saves a sort.
const value = (candidate: Candidate): number => candidate.score + (candidate.sorted === 'no' ? 0 : 1.5)

function candidateFor({ index, multikey }: KnownIndex, predicates: Predicates, sort: readonly SortKey[]): Candidate {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let used = 0
  let score = 0
  for (const { field, direction } of index.keys) {
    const values = predicates.get(field)?.oneOf
    if (values === undefined || values.length * prefixes.length > MAX_RANGES) break
    const keys = distinct(values.map(each => directed(keyOf(each), direction)))
    prefixes = prefixes.flatMap(prefix => keys.map(key => Buffer.concat([prefix, key])))
    used += 1
    score += values.length === 1 ? 4 : 3
  }
  if (index.unique && used === index.keys.length) score += 10
  const next = index.keys[used]
  const predicate = next === undefined ? undefined : predicates.get(next.field)
  const sorted = prefixes.length === 1 && !multikey ? orderGiven(index, used, sort) : 'no'
  if (next !== undefined && predicate !== undefined && (predicate.lower ?? predicate.upper) !== undefined) {
    const ranges = prefixes.map(prefix => boundedRange(prefix, predicate, next.direction, multikey))
    return { index, ranges, score: score + 2, sorted }
  }
  return { index, ranges: prefixes.map(prefix => ({ from: prefix, to: afterPrefix(prefix) })), score, sorted }
}

/** Whether the index, read after `used` fixed fields, has the order asked for. */
function orderGiven(index: IndexDeclaration, used: number, sort: readonly SortKey[]): Candidate['sorted'] {
  const fixed = new Set(index.keys.slice(0, used).map(key => key.field))
  const wanted = sort.filter(key => !fixed.has(key.field))
  if (wanted.length === 0) return sort.length === 0 ? 'no' : 'forward'
  const offered = index.keys.slice(used, used + wanted.length)
  if (offered.length < wanted.length) return 'no'
  const agrees = wanted.map((key, at) =>
    offered[at]?.field === key.field ? key.direction === offered[at]?.direction : undefined,
  )
  if (agrees.every(each => each === true)) return 'forward'
  return agrees.every(each => each === false) ? 'backward' : 'no'
}

function boundedRange(prefix: Buffer, predicate: Predicate, direction: 1 | -1, multikey: boolean): KeyRange {
  const lower = predicate.lower
  // With arrays, one element may fulfil the lower bound and another the upper: only one of them may narrow.
  const upper = multikey && lower !== undefined ? undefined : predicate.upper
  const type = Buffer.from([rankOf((lower ?? upper)?.value as Value)])
  const low = lower === undefined ? type : keyOf(lower.value)
  const high = upper === undefined ? type : keyOf(upper.value)
  const start = lower === undefined || lower.inclusive ? low : (afterPrefix(low) as Buffer)
  const end = upper !== undefined && !upper.inclusive ? high : (afterPrefix(high) as Buffer)
  if (direction === 1) return { from: Buffer.concat([prefix, start]), to: Buffer.concat([prefix, end]) }
  // Inverted bytes turn the interval round: [start, end) becomes (inv(end), inv(start)] as sets of whole keys.
  return { from: afterInverted(prefix, end), to: afterInverted(prefix, start) }
}

/** Keys k with k >= bound are, inverted, exactly those below this key (no key is a proper prefix of another). */
function afterInverted(prefix: Buffer, bound: Buffer): Buffer {
  const turned = Buffer.concat([prefix, inverted(bound)])
  return afterPrefix(turned) ?? turned
}

function orBranches(criteria: Doc, known: readonly KnownIndex[]): IndexAccess[] | undefined {
  const branches = criteria.$or
  if (!Array.isArray(branches)) return undefined
  const accesses: IndexAccess[] = []
  for (const branch of branches) {
    const best = isDoc(branch) ? bestIndex(predicatesOf(branch), [], known) : undefined
    if (best === undefined || best.score === 0) return undefined
    accesses.push({ index: best.index, ranges: best.ranges })
  }
  return accesses
}

const directed = (key: Buffer, direction: 1 | -1): Buffer => (direction === 1 ? key : inverted(key))

function distinct(keys: Buffer[]): Buffer[] {
  return [...new Map(keys.map(key => [key.toString('latin1'), key])).values()]
}
