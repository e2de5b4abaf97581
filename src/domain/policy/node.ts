import type { Parameter } from './book'
import type { Kleene } from './kleene'
import type { Slot } from './slots'
import type { Test } from './conditionTest'

/**
 * What is known of one person, by slot: days and amounts as they are, booleans 0 or 1, choices by index, sets as bits, unknown
 * NaN. What follows from other facts is reckoned when it is first read: through a slot's `read`, never from here.
 */
export type Values = Float64Array
/** What is the same for everyone reads nothing of anybody. */
export const NOBODY: Values = new Float64Array(0)
export type Read = (values: Values) => number
export type Judge = (values: Values) => Kleene
/** Whether something unsure went into a value. */
export type Doubt = (values: Values) => boolean

/** A place for the state of a condition. */
export interface Mark {
  readonly states: Uint8Array
  readonly at: number
}

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
  /** Where its state is written down. */
  readonly mark?: Mark
  /** What is to be found out. */
  readonly test: Test
  readonly judge: Judge
}

export type Node = ValueNode | ConditionNode

/** What a rule is bound in: the day that is asked about, and what it may name. */
export interface Scope {
  readonly day: number
  readonly slots: ReadonlyMap<string, Slot>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Where the state of a condition goes that has an id; absent where none may have one. */
  readonly watch?: (id: string, where: string) => Mark
}

export function doubtOf(parts: readonly Bound[]): Doubt | undefined {
  const doubts = parts.flatMap(({ doubt }) => doubt ?? [])
  if (doubts.length < 2) return doubts[0]
  return values => doubts.some(doubt => doubt(values))
}
