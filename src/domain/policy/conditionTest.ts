import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import type { Judge, Read, Values } from './node'
import { NOT_YET } from './notYet'
import type { Slot } from './slots'

/* Most conditions ask one fact one thing. Such a test is a row that is read, which takes a fraction of a call. */

/** A value lies between two others. */
const RANGE = 0
/** So does the difference of two values. */
const DIFFERENCE = 1
/** A choice is one of some. */
const OPTION = 2
/** A set has one of some. */
const ELEMENT = 3
/** Something else. */
const CALL = 4

/** What is to be found out; all of one shape. */
export interface Test {
  readonly kind: typeof RANGE | typeof DIFFERENCE | typeof OPTION | typeof ELEMENT | typeof CALL
  readonly index: number
  readonly read: Read
  readonly minus: Read
  readonly from: number
  readonly to: number
  readonly inside: Kleene
  readonly bits: number
  readonly judge: Judge
}

const never = (): never => {
  throw new Error('a test of another kind')
}
const BLANK: Test = {
  kind: CALL,
  index: 0,
  read: never,
  minus: never,
  from: -Infinity,
  to: Infinity,
  inside: YES,
  bits: 0,
  judge: never,
}

type Range = Pick<Test, 'from' | 'to' | 'inside'>

/** Where a value stands that compares so with `than`. */
export const COMPARISONS: Record<string, (than: number) => Range> = {
  atLeast: from => ({ from, to: Infinity, inside: YES }),
  atMost: to => ({ from: -Infinity, to, inside: YES }),
  above: to => ({ from: -Infinity, to, inside: NO }),
  below: from => ({ from, to: Infinity, inside: NO }),
  equals: than => ({ from: than, to: than, inside: YES }),
}
/** The same said of the other side. */
export const FLIPPED: Record<string, string> = {
  atLeast: 'atMost',
  atMost: 'atLeast',
  above: 'below',
  below: 'above',
  equals: 'equals',
}

export const rangeOf = ({ index, read }: Slot, range: Range): Test => ({ ...BLANK, kind: RANGE, index, read, ...range })
export const differenceOf = (read: Read, minus: Read, range: Range): Test => ({
  ...BLANK,
  kind: DIFFERENCE,
  read,
  minus,
  ...range,
})
export const optionOf = ({ index, read }: Slot, bits: number): Test => ({ ...BLANK, kind: OPTION, index, read, bits })
export const elementOf = ({ index, read }: Slot, bits: number): Test => ({ ...BLANK, kind: ELEMENT, index, read, bits })
export const callOf = (judge: Judge): Test => ({ ...BLANK, judge })

/** What comes of a test; NaN is neither inside nor outside. */
export function stateOf(test: Test, values: Values): Kleene {
  const { kind } = test
  if (kind === CALL) return test.judge(values)
  if (kind === DIFFERENCE) return within(test, test.read(values) - test.minus(values))
  let value = values[test.index]!
  if (value === NOT_YET) value = test.read(values)
  if (kind === RANGE) return within(test, value)
  if (value !== value) return UNKNOWN
  return ((kind === OPTION ? 1 << value : value) & test.bits) !== 0 ? YES : NO
}

function within({ from, to, inside }: Test, value: number): Kleene {
  if (value !== value) return UNKNOWN
  return value >= from && value <= to ? inside : ((YES - inside) as Kleene)
}
