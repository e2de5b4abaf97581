import type { RosterField, RosterOutcome } from '../../../src/domain/roster'
import type { CellRefused, Taken } from '../task/parts'

/** Rows that met an entry and are not taken in, in the words of the refused file. */
export type RefusalWords = Record<'otherName' | 'full', CellRefused<RosterField>>

/** Counts what rows come to. */
export class Tally {
  readonly taken: Taken<RosterField> = { counts: { new: 0, changed: 0, same: 0 }, refused: [] }

  constructor(private readonly words: RefusalWords) {}

  add(number: number, met: RosterOutcome): void {
    if (met.outcome === 'otherName' || met.outcome === 'full')
      this.taken.refused.push({ number, ...this.words[met.outcome] })
    else this.count(met.outcome === 'same' ? (met.again ?? 'same') : met.outcome)
  }

  count(outcome: 'new' | 'changed' | 'same', rows = 1): void {
    this.taken.counts[outcome]! += rows
  }
}
