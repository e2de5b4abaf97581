import type { PaidLine, Payee, PolicyKind, PolicyResult, Reason } from '../../../src/domain/policy'
import type { BeijingDate } from '../../../src/domain/time'
import { allOf, tri } from './known'

const NOTHING: readonly never[] = []

/** Whole 分, half up. */
export const whole = (fen: number | undefined): number | null => (fen === undefined ? null : Math.floor(fen + 0.5))

interface Policy {
  id: string
  payee: Payee
  kind: PolicyKind
  announced?: true
  /** The rule itself isn't confirmed. */
  unsure?: true
}

interface Paid {
  lines?: PaidLine[]
  months?: number | undefined
}

/** What a policy comes to where all of its conditions must be met. */
export function answer(
  { id, payee, kind, announced, unsure }: Policy,
  reasons: readonly Reason[],
  pay: () => Paid,
  lastDate: BeijingDate | undefined,
): PolicyResult {
  const met = allOf(reasons)
  const { lines = NOTHING, months } = met === true ? pay() : ({} as Paid)
  let fen: number | null = lines.length === 0 ? null : 0
  let confirmed = unsure !== true
  for (const line of lines) {
    fen = fen === null || line.fen === null ? null : fen + line.fen
    if (!line.confirmed) confirmed = false
  }
  return {
    id,
    payee,
    kind,
    status: announced ? 'announced' : 'open',
    verdict: announced && met === true ? 'unknown' : tri(met),
    ifOpened: announced ? tri(met) : undefined,
    reasons,
    lines,
    fen,
    confirmed,
    months: months ?? null,
    missing: NOTHING,
    lastDate: lastDate ?? null,
    excludes: NOTHING,
  }
}

/** Merged or ended: nobody gets it. */
export const over = (id: string, payee: Payee, status: 'merged' | 'ended'): PolicyResult => ({
  id,
  payee,
  kind: 'cash',
  status,
  verdict: 'no',
  ifOpened: undefined,
  reasons: NOTHING,
  lines: NOTHING,
  fen: null,
  confirmed: true,
  months: null,
  missing: NOTHING,
  lastDate: null,
  excludes: NOTHING,
})
