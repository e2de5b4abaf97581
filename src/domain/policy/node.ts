import type { Parameter } from './book'
import { refuse } from './fault'
import type { Kleene } from './kleene'
import type { Read, Sheet } from './sheet'
import type { Slot } from './slots'

/** Whether something unsure went into a value. */
export type Doubt = () => boolean

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
  /** Under which the reasons name it. */
  readonly id?: string
  /** Its row on the sheet. */
  readonly at: number
  readonly judge: () => Kleene
}

export type Node = ValueNode | ConditionNode

/** What a rule is bound in: the day that is asked about, and what it may name. */
export interface Scope {
  readonly day: number
  readonly sheet: Sheet
  readonly slots: ReadonlyMap<string, Slot>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The conditions that have an id, in the order of the rule; absent where nobody reads them. */
  readonly named?: ConditionNode[]
}

export function doubtOf(parts: readonly Bound[]): Doubt | undefined {
  const doubts = parts.flatMap(({ doubt }) => doubt ?? [])
  if (doubts.length < 2) return doubts[0]
  return () => doubts.some(doubt => doubt())
}

/** A value of its parts: reckoned once where all of them are the same for everyone. */
export function valueOf(type: ValueNode['type'], op: string, parts: readonly ValueNode[], read: Read): ValueNode {
  const fixed = parts.every(part => part.fixed)
  const once = fixed ? read() : 0
  return { type, op, parts, read: fixed ? () => once : read, fixed, doubt: doubtOf(parts) }
}

/** Refuses a day where a number is due, or the other way round. */
export function mustBe(type: ValueNode['type'], node: ValueNode, where: string): ValueNode {
  return node.type === type ? node : refuse(where, `a ${node.type} where a ${type} is due`)
}
