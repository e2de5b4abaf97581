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
export interface Sheet {
  /** Days and amounts as they are, what was chosen of some as bits, unknown NaN. */
  readonly values: number[]
  /** By row. */
  readonly states: readonly Kleene[]
  /** A cell for what is the same for everyone. */
  constant(value: number): number
  /** A cell for what follows from others, by the expression as it is written. */
  reckoned(expression: string, read: Read): number
  /** Whatever was said in a cell, it is `otherwise` where the condition in a row is no. */
  gate(cell: number, row: number, otherwise: number): void
  /** The row of a comparison of two cells: yes where the first is less, the same or more, as `bits` has it. */
  compare(cell: number, beside: number, bits: number): number
  /** The row of a condition that is yes where a cell has one of some bits. */
  choose(cell: number, bits: number): number
  /** The row of a condition made of those in other rows. */
  combine(kind: typeof ALL | typeof ANY | typeof NOT, rows: readonly number[]): number
  /** Makes room for somebody else. */
  clear(): void
  /** Judges the first rows by what was said. */
  judge(rows: number): void
}

/** A row is its kind and three numbers; what it is made of stands apart. */
interface Written {
  readonly values: number[]
  readonly states: Kleene[]
  readonly rows: readonly number[]
  readonly parts: readonly number[]
  readonly reads: readonly Read[]
}

function judgeRows({ values, states, rows, parts, reads }: Written, length: number): void {
  for (let n = 0, at = 0; n < length; n += 1, at += WIDTH) {
    const kind = rows[at]!
    const a = rows[at + 1]!
    const b = rows[at + 2]!
    const c = rows[at + 3]!
    if (kind === CHOSEN) {
      const bits = values[a]!
      states[n] = bits !== bits ? UNKNOWN : (bits & c) === 0 ? NO : YES
    } else if (kind === COMPARED) {
      const more = values[a]! - values[b]!
      states[n] = more !== more ? UNKNOWN : ((more > 0 ? MORE : more < 0 ? LESS : SAME) & c) === 0 ? NO : YES
    } else if (kind === ALL) {
      let state: number = YES
      for (let part = a; part < b; part += 1) state &= states[parts[part]!]!
      states[n] = state as Kleene
    } else if (kind === ANY) {
      let state: number = NO
      for (let part = a; part < b; part += 1) state |= states[parts[part]!]!
      states[n] = state as Kleene
    } else if (kind === NOT) {
      const state = states[parts[a]!]!
      states[n] = state === UNKNOWN ? UNKNOWN : ((YES - state) as Kleene)
    } else if (kind === RECKONED) values[a] = reads[b]!()
    else if (states[b] === NO) values[a] = values[c]!
  }
}

/** @param asked how many facts are asked: theirs are the first cells */
export function blankSheet(asked: number): Sheet {
  const values = new Array<number>(asked).fill(NaN)
  const states: Kleene[] = []
  const rows: number[] = []
  const parts: number[] = []
  const reads: Read[] = []
  const written: Written = { values, states, rows, parts, reads }
  const known = new Map<string, number>()

  const add = (...row: [kind: number, a: number, b: number, c: number]): number => {
    rows.push(...row)
    return states.push(UNKNOWN) - 1
  }
  /** What is written in two rules alike stands on the sheet once. */
  const once = (key: string, place: () => number): number => {
    const at = known.get(key) ?? place()
    known.set(key, at)
    return at
  }
  const row = (kind: number, a: number, b: number, c: number): number =>
    once([kind, a, b, c].join(), () => add(kind, a, b, c))
  const constant = (value: number): number => once(`${value}`, () => values.push(value) - 1)

  return {
    values,
    states,
    constant,
    reckoned: (expression, read) =>
      once(expression, () => {
        const cell = values.push(NaN) - 1
        add(RECKONED, cell, reads.push(read) - 1, 0)
        return cell
      }),
    gate: (cell, at, otherwise) => void add(GATE, cell, at, constant(otherwise)),
    compare: (cell, beside, bits) => row(COMPARED, cell, beside, bits),
    choose: (cell, bits) => row(CHOSEN, cell, 0, bits),
    combine: (kind, of) => once(`${kind} of ${of.join()}`, () => add(kind, parts.length, parts.push(...of), 0)),
    clear: () => void values.fill(NaN, 0, asked),
    judge: length => judgeRows(written, length),
  }
}
