import type { Parameter } from './book'
import type { Kleene } from './kleene'
import type { Slot } from './slots'

/** What is known of one person, by slot: days and amounts as they are, booleans 0 or 1, choices by index, sets as bits, unknown NaN. */
export type Values = Float64Array
export type Read = (values: Values) => number
export type Judge = (values: Values) => Kleene
/** Whether something unsure went into a value. */
export type Doubt = (values: Values) => boolean

interface Bound {
  /** The operator, as the book writes it. */
  readonly op: string
  /** Fact or parameter it names. */
  readonly of?: string
  readonly slot?: Slot
  readonly parts: readonly Node[]
  /** Absent: nothing unsure can go into it. */
  readonly doubt?: Doubt | undefined
}

/** An expression, bound to a day. */
export interface ValueNode extends Bound {
  readonly type: 'number' | 'day'
  readonly read: Read
  /** The same for everyone. */
  readonly fixed: boolean
}

/** A condition, bound to a day. */
export interface ConditionNode extends Bound {
  readonly type: 'condition'
  readonly id?: string
  readonly judge: Judge
}

export type Node = ValueNode | ConditionNode

/** What a rule is bound in: the day that is asked about, and what it may name. */
export interface Scope {
  readonly day: number
  readonly slots: ReadonlyMap<string, Slot>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Where the state of a condition goes that has an id; absent where none may have one. */
  readonly watch?: (id: string, where: string) => (judge: Judge) => Judge
}

export function doubtOf(parts: readonly Bound[]): Doubt | undefined {
  const doubts = parts.flatMap(({ doubt }) => doubt ?? [])
  if (doubts.length < 2) return doubts[0]
  return values => doubts.some(doubt => doubt(values))
}
