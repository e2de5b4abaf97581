import { NO, UNKNOWN, YES, type Kleene } from './kleene'

/* What is known and judged of one person, on one sheet: a cell for each value, a row for each condition, all of them numbers. A
   row stands after those it rests on and what several rules ask is one row, so going over the rows once judges everything; that
   takes a fraction of the calls it saves. */

/** A number; NaN where it isn't known. */
export type Read = () => number

/** Kinds of row. One value beside another: less, the same or more is one of some. */
const COMPARED = 0
/** What was chosen is, or has, one of some. */
const CHOSEN = 1
export const ALL = 2
export const ANY = 3
export const NOT = 4
/** No condition: what follows from other values is put into its cell. */
const RECKONED = 5
/** No condition: what was said is taken back where the condition is no. */
const GATE = 6

/** The bits of a comparison. */
export const LESS = 1
export const SAME = 2
export const MORE = 4

/** Kind and three numbers of its own. */
const WIDTH = 4

/** What one person said, and what comes of it on one day. */
export class Sheet {
  /** Days and amounts as they are, what was chosen of some as bits, unknown NaN. */
  readonly values: number[]
  /** By row. */
  readonly states: Kleene[] = []
  private readonly rows: number[] = []
  private readonly parts: number[] = []
  private readonly reads: Read[] = []
  private readonly known = new Map<string, number>()

  /** @param asked how many facts are asked: theirs are the first cells */
  constructor(private readonly asked: number) {
    this.values = new Array<number>(asked).fill(NaN)
  }

  /** A cell for what is the same for everyone. */
  constant(value: number): number {
    return this.once(`${value}`, () => this.values.push(value) - 1)
  }

  /** A cell for what follows from others, by the expression as it is written. */
  reckoned(written: string, read: Read): number {
    return this.once(written, () => {
      const cell = this.values.push(NaN) - 1
      this.add(RECKONED, cell, this.reads.push(read) - 1, 0)
      return cell
    })
  }

  /** Whatever was said in a cell, it is `otherwise` where the condition in a row is no. */
  gate(cell: number, row: number, otherwise: number): void {
    this.add(GATE, cell, row, this.constant(otherwise))
  }

  /** The row of a comparison of two cells: yes where the first is less, the same or more, as `bits` has it. */
  compare(cell: number, beside: number, bits: number): number {
    return this.once(`${COMPARED} ${cell} ${beside} ${bits}`, () => this.add(COMPARED, cell, beside, bits))
  }

  /** The row of a condition that is yes where a cell has one of some bits. */
  choose(cell: number, bits: number): number {
    return this.once(`${CHOSEN} ${cell} ${bits}`, () => this.add(CHOSEN, cell, 0, bits))
  }

  /** The row of a condition made of those in other rows. */
  combine(kind: typeof ALL | typeof ANY | typeof NOT, rows: readonly number[]): number {
    return this.once(`${kind} of ${rows.join()}`, () => {
      const first = this.parts.length
      return this.add(kind, first, this.parts.push(...rows), 0)
    })
  }

  /** Makes room for somebody else. */
  clear(): void {
    this.values.fill(NaN, 0, this.asked)
  }

  /** How many rows there are so far. */
  get length(): number {
    return this.states.length
  }

  /** Judges the first rows by what was said. */
  judge(length: number): void {
    const { rows, states, values, parts, reads } = this
    for (let row = 0, at = 0; row < length; row += 1, at += WIDTH) {
      const kind = rows[at]!
      const a = rows[at + 1]!
      const b = rows[at + 2]!
      const c = rows[at + 3]!
      if (kind === CHOSEN) {
        const bits = values[a]!
        states[row] = bits !== bits ? UNKNOWN : (bits & c) === 0 ? NO : YES
      } else if (kind === COMPARED) {
        const more = values[a]! - values[b]!
        states[row] = more !== more ? UNKNOWN : ((more > 0 ? MORE : more < 0 ? LESS : SAME) & c) === 0 ? NO : YES
      } else if (kind === ALL) {
        let state: number = YES
        for (let n = a; n < b; n += 1) state &= states[parts[n]!]!
        states[row] = state as Kleene
      } else if (kind === ANY) {
        let state: number = NO
        for (let n = a; n < b; n += 1) state |= states[parts[n]!]!
        states[row] = state as Kleene
      } else if (kind === NOT) {
        const state = states[parts[a]!]!
        states[row] = state === UNKNOWN ? UNKNOWN : ((YES - state) as Kleene)
      } else if (kind === RECKONED) values[a] = reads[b]!()
      else if (states[b] === NO) values[a] = values[c]!
    }
  }

  /** What is written in two rules alike stands on the sheet once. */
  private once(written: string, add: () => number): number {
    const known = this.known.get(written)
    if (known !== undefined) return known
    const place = add()
    this.known.set(written, place)
    return place
  }

  private add(...row: [kind: number, a: number, b: number, c: number]): number {
    this.rows.push(...row)
    return this.states.push(UNKNOWN) - 1
  }
}
