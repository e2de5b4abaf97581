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

/**
 * Refuses two ways that don't come to the same.
 *
 * @throws naming the first policy on which they differ, with both answers
 */
export function mustAgree(one: readonly unknown[], other: readonly unknown[], who: string): void {
  const at = one.findIndex((answer, n) => JSON.stringify(answer) !== JSON.stringify(other[n]))
  if (at >= 0 || one.length !== other.length)
    throw new Error(`${who}: ${JSON.stringify(one[at])} is not ${JSON.stringify(other[at])}`)
}

/** Everything of an evaluation, fields in one order. */
export const whole = ({ results, total, leftOut }: Evaluation): unknown[] => [
  ...results.map(result => Object.entries(result).sort(([a], [b]) => (a < b ? -1 : 1))),
  total,
  leftOut,
]
