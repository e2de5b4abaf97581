import type { DerivedFact, FactRule, FactType, Literal } from './book'
import { readDay, writeDay } from './calendar'
import { refuse } from './fault'
import type { ConditionNode, Node } from './node'
import type { Read } from './sheet'

/** Where a fact stands on the sheet. */
export interface Slot {
  readonly id: string
  /** In the book's order, asked ones first: their values have these cells. */
  readonly index: number
  readonly type: FactType
  /** Bit of each option. */
  readonly options: ReadonlyMap<string, number>
  /** What is asked; absent for what follows. */
  readonly asked?: FactRule
  /** Its value, NaN where it isn't known. */
  read: Read
  /** When it is asked at all. */
  gate?: ConditionNode
  /** What it follows from. */
  source?: Node
}

/** The bits of a boolean. */
const FALSE = 0b01
const TRUE = 0b10
export const bitOf = (value: boolean): number => (value ? TRUE : FALSE)
/** Alone it stands for the empty set. */
const NONE = 'none'
/** More don't fit into the bits of a whole number. */
const MOST_OPTIONS = 30

/** The slot of an asked or a derived fact. */
export function slotOf(fact: FactRule | DerivedFact, index: number, values: readonly number[]): Slot {
  const asked = 'when' in fact || 'value' in fact ? undefined : (fact as FactRule)
  const options = (asked?.options ?? []).filter(option => fact.type !== 'set' || option !== NONE)
  if (options.length > MOST_OPTIONS) refuse(`fact ${fact.id}`, `more than ${MOST_OPTIONS} options`)
  return {
    id: fact.id,
    index,
    type: fact.type,
    read: () => values[index]!,
    options: new Map(options.map((option, at) => [option, 1 << at])),
    ...(asked ? { asked } : {}),
  }
}

/** The bits of some of a set's values; NaN where one isn't among its options. */
function bitsOf(slot: Slot, values: readonly unknown[]): number {
  let bits = 0
  for (const value of values) {
    if (value === NONE && values.length === 1) return 0
    const bit = slot.options.get(value as string)
    if (bit === undefined) return NaN
    bits |= bit
  }
  return bits
}

/** What was said as a number; NaN for what wasn't said, isn't known or can't be read. */
export function encode(slot: Slot, said: Literal | null | undefined): number {
  switch (slot.type) {
    case 'boolean':
      return typeof said === 'boolean' ? bitOf(said) : NaN
    case 'date':
      return typeof said === 'string' ? readDay(said) : NaN
    case 'count':
    case 'money':
      return typeof said === 'number' ? said : NaN
    case 'choice':
      return slot.options.get(said as string) ?? NaN
    case 'set':
      return Array.isArray(said) ? bitsOf(slot, said) : NaN
  }
}

const optionsIn = ({ options }: Slot, bits: number): string[] =>
  [...options].filter(([, bit]) => (bits & bit) !== 0).map(([option]) => option)

/** The other way round; null for what isn't known. */
export function decode(slot: Slot, value: number): Literal | null {
  if (Number.isNaN(value)) return null
  switch (slot.type) {
    case 'boolean':
      return value === TRUE
    case 'date':
      return writeDay(value)
    case 'count':
    case 'money':
      return value
    case 'choice':
      return optionsIn(slot, value)[0]!
    case 'set':
      return optionsIn(slot, value)
  }
}
