import type { Payee, PolicyRule } from './book'
import type { Evaluation, PolicyResult } from './result'

/** Per policy, in the book's order, the places of those that can't be had beside it: said on one side, it holds on both. */
export function exclusions(policies: readonly PolicyRule[]): readonly (readonly number[])[] {
  const placeOf = new Map(policies.map(({ id }, at) => [id, at]))
  const beside = policies.map(() => new Set<number>())
  policies.forEach(({ excludes }, at) => {
    for (const { policy } of excludes ?? []) {
      const other = placeOf.get(policy)!
      beside[at]!.add(other)
      beside[other]!.add(at)
    }
  })
  return beside.map(places => [...places].sort((a, b) => a - b))
}

/** Of those that exclude each other, the ones whose sum is largest. Few ever do, so every combination is looked at. */
function best(places: readonly number[], results: readonly PolicyResult[], beside: readonly (readonly number[])[]) {
  const fenOf = (place: number): number => results[place]!.fen!
  // the larger first, and by name among equals: the book's order decides nothing
  const inOrder = [...places].sort((a, b) => fenOf(b) - fenOf(a) || (results[a]!.id < results[b]!.id ? -1 : 1))
  const search = (at: number, taken: readonly number[], fen: number): { taken: readonly number[]; fen: number } => {
    const place = inOrder[at]
    if (place === undefined) return { taken, fen }
    const without = () => search(at + 1, taken, fen)
    if (taken.some(other => beside[place]!.includes(other))) return without()
    const withIt = search(at + 1, [...taken, place], fen + fenOf(place))
    const left = without()
    return left.fen > withIt.fen ? left : withIt
  }
  return search(0, [], 0).taken
}

const NOTHING: readonly never[] = []

/** What can be had together, and what stays out of it and why. */
export function addUp(
  results: readonly PolicyResult[],
  beside: readonly (readonly number[])[],
): Pick<Evaluation, 'total' | 'leftOut'> {
  const total: Record<Payee, number> = { person: 0, employer: 0 }
  let leftOut: { id: string; why: 'unconfirmed' | 'excluded' }[] | undefined
  let rivals: number[] | undefined
  const counts = (place: number): boolean => {
    const { kind, verdict, confirmed, fen } = results[place]!
    return kind === 'cash' && verdict === 'yes' && confirmed && fen !== null
  }
  for (let place = 0; place < results.length; place += 1) {
    const result = results[place]!
    if (result.kind !== 'cash' || result.verdict !== 'yes') continue
    if (!counts(place)) (leftOut ??= []).push({ id: result.id, why: 'unconfirmed' })
    else if (beside[place]!.some(counts)) (rivals ??= []).push(place)
    else total[result.payee] += result.fen!
  }
  if (rivals) {
    const taken = best(rivals, results, beside)
    for (const place of taken) total[results[place]!.payee] += results[place]!.fen!
    for (const place of rivals)
      if (!taken.includes(place)) (leftOut ??= []).push({ id: results[place]!.id, why: 'excluded' })
  }
  return { total, leftOut: leftOut ?? NOTHING }
}
