import type { Evaluation, Tri } from '../../src/domain/policy'

/** What every way must come to, word for word: verdict, amount in 分 and how each named condition stands. */
export interface Answer {
  id: string
  verdict: Tri
  fen: number | null
  reasons: readonly string[]
}

export const answersIn = ({ results }: Evaluation): Answer[] =>
  results.map(({ id, verdict, fen, reasons }) => ({
    id,
    verdict,
    fen,
    reasons: reasons.map(({ condition, state }) => `${condition} ${state}`),
  }))

/** A value's text, whichever way its fields are written. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/**
 * Refuses two ways that don't come to the same.
 *
 * @throws naming the first policy on which they differ, with both answers
 */
export function mustAgree(one: readonly unknown[], other: readonly unknown[], who: string): void {
  const at = one.findIndex((answer, n) => written(answer) !== written(other[n]))
  if (at >= 0 || one.length !== other.length)
    throw new Error(`${who}: ${written(one[at])} is not ${written(other[at])}`)
}

/** Everything of an evaluation. */
export const whole = ({ results, total, leftOut }: Evaluation): unknown[] => [...results, total, leftOut]
