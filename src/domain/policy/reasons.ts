import { refuse } from './fault'
import { triOf, type Kleene } from './kleene'
import type { ConditionNode } from './node'
import type { PolicyResult, Reason } from './result'

/* Conditions stand together in few ways. What is said of each is written down once. */

/** More states, of two bits each, aren't told apart in one number. */
const MOST_REASONS = 26

/** How a policy's conditions that have an id stand. */
export class Reasons {
  private readonly rows: readonly number[]
  private readonly written = new Map<number, readonly Reason[]>()

  /** Refuses more than anybody reads. */
  constructor(
    private readonly named: readonly ConditionNode[],
    private readonly states: readonly Kleene[],
    where: string,
  ) {
    if (named.length > MOST_REASONS) refuse(where, 'more reasons than anybody reads')
    this.rows = named.map(({ at }) => at)
  }

  /** How they stand, as one number. */
  standing(): number {
    const { rows, states } = this
    let digits = 0
    for (let n = 0; n < rows.length; n += 1) digits = digits * 4 + states[rows[n]!]!
    return digits
  }

  said(): readonly Reason[] {
    const standing = this.standing()
    const known = this.written.get(standing)
    if (known) return known
    const reasons = this.named.map(({ id: condition, judge }) => ({ condition: condition!, state: triOf(judge()) }))
    this.written.set(standing, reasons)
    return reasons
  }
}

/** So many are kept; a prime, for standings that differ in one condition to fall on different places. */
const KEPT = 61

/** Most people are refused most of what there is, and a refusal says no more than the reasons and the last day. */
export class Refusals {
  private readonly standings: number[] = []
  private readonly days: number[] = []
  private readonly results: PolicyResult[] = []

  constructor(private readonly write: (last: number) => PolicyResult) {}

  /** @param last the last day as a number; NaN where there is none */
  of(standing: number, last: number): PolicyResult {
    const place = standing % KEPT
    if (this.standings[place] === standing && Object.is(this.days[place], last)) return this.results[place]!
    this.standings[place] = standing
    this.days[place] = last
    return (this.results[place] = this.write(last))
  }
}
