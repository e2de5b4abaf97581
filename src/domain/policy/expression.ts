import type { Condition, Expression } from './book'
import { addMonths, dateOf, endOfMonth, monthOf, monthsBetween, readDay, yearOf } from './calendar'
import { refuse, refuseOthers } from './fault'
import { NO, UNKNOWN, YES } from './kleene'
import { doubtOf, type ConditionNode, type Doubt, type Scope, type ValueNode } from './node'
import { bindParameter } from './parameter'
import type { Read } from './sheet'

type Type = ValueNode['type']
export type BindCondition = (condition: Condition, scope: Scope, where: string) => ConditionNode

interface Operator {
  /** `numbers` is one or more of them, `alike` all numbers or all days. */
  takes: readonly Type[] | 'numbers' | 'alike'
  gives: Type | 'alike'
  /** Reckons with one, two or three; of more it reckons two by two. What isn't known makes NaN by itself. */
  of: (a: Read, b: Read, c: Read) => Read
}

const OPERATORS: Record<string, Operator> = {
  add: { takes: 'numbers', gives: 'number', of: (a, b) => () => a() + b() },
  subtract: { takes: ['number', 'number'], gives: 'number', of: (a, b) => () => a() - b() },
  multiply: { takes: 'numbers', gives: 'number', of: (a, b) => () => a() * b() },
  divide: { takes: ['number', 'number'], gives: 'number', of: (a, b) => () => a() / (b() || NaN) },
  least: { takes: 'alike', gives: 'alike', of: (a, b) => () => Math.min(a(), b()) },
  most: { takes: 'alike', gives: 'alike', of: (a, b) => () => Math.max(a(), b()) },
  floor: { takes: ['number'], gives: 'number', of: a => () => Math.floor(a()) },
  addDays: { takes: ['day', 'number'], gives: 'day', of: (a, b) => () => a() + Math.floor(b()) },
  addMonths: { takes: ['day', 'number'], gives: 'day', of: (a, b) => () => addMonths(a(), b()) },
  addYears: { takes: ['day', 'number'], gives: 'day', of: (a, b) => () => addMonths(a(), b() * 12) },
  months: { takes: ['day', 'day'], gives: 'number', of: (a, b) => () => monthsBetween(a(), b()) },
  days: { takes: ['day', 'day'], gives: 'number', of: (a, b) => () => b() - a() },
  year: { takes: ['day'], gives: 'number', of: a => () => yearOf(a()) },
  month: { takes: ['day'], gives: 'number', of: a => () => monthOf(a()) },
  endOfMonth: { takes: ['day'], gives: 'day', of: a => () => endOfMonth(a()) },
  date: { takes: ['number', 'number', 'number'], gives: 'day', of: (a, b, c) => () => dateOf(a(), b(), c()) },
}

/** A value of its parts: reckoned once where all of them are the same for everyone. */
function valueOf(type: Type, op: string, parts: readonly ValueNode[], read: Read): ValueNode {
  const fixed = parts.every(part => part.fixed)
  const once = fixed ? read() : 0
  return { type, op, parts, read: fixed ? () => once : read, fixed, doubt: doubtOf(parts) }
}

function bindFact(id: string, { slots }: Scope, where: string): ValueNode {
  const slot = slots.get(id) ?? refuse(where, `no fact ${id}`)
  const { type, read, source } = slot
  if (type !== 'date' && type !== 'count' && type !== 'money') refuse(where, `fact ${id} is no number and no day`)
  const fixed = source !== undefined && source.type !== 'condition' && source.fixed
  return {
    type: type === 'date' ? 'day' : 'number',
    op: 'fact',
    of: id,
    slot,
    parts: [],
    read,
    fixed,
    doubt: source?.doubt,
  }
}

/** One of two values; either where it isn't known which and both are the same. */
function bindIf(test: ConditionNode, then: ValueNode, other: ValueNode, where: string): ValueNode {
  if (then.type !== other.type) refuse(where, 'a day in one branch and a number in the other')
  const { judge } = test
  const [yes, no] = [then.read, other.read]
  const read: Read = () => {
    const state = judge()
    if (state !== UNKNOWN) return state === YES ? yes() : no()
    const either = yes()
    return either === no() ? either : NaN
  }
  /** Of the branch that is taken. */
  const taken: Doubt = () => {
    const state = judge()
    return (state !== NO && then.doubt?.() === true) || (state !== YES && other.doubt?.() === true)
  }
  const doubts = then.doubt || other.doubt ? [test, { ...then, doubt: taken }] : [test]
  return { type: then.type, op: 'if', parts: [test, then, other], read, fixed: false, doubt: doubtOf(doubts) }
}

function bindOperator(op: string, parts: readonly ValueNode[], where: string): ValueNode {
  const { takes, gives, of } = OPERATORS[op]!
  const first = parts[0] ?? refuse(where, `${op} of nothing`)
  const many = typeof takes === 'string'
  const expected = many ? parts.map(() => (takes === 'alike' ? first.type : 'number')) : takes
  if (parts.length !== expected.length || parts.some(({ type }, at) => type !== expected[at]))
    refuse(where, `${op} takes ${expected.join(' and ')}`)
  const reads = parts.map(({ read }) => read)
  const [a, b, c] = reads as [Read, Read, Read]
  const read = many ? reads.reduce((all, one) => of(all, one, one)) : of(a, b, c)
  return valueOf(gives === 'alike' ? first.type : gives, op, parts, read)
}

const SHAPES = [['fact'], ['today'], ['parameter', 'at', 'on'], ['if', 'then', 'else']].concat(
  Object.keys(OPERATORS).map(op => [op]),
)

/** Binds an expression to a day, or refuses it. */
export function bindValue(
  expression: Expression,
  scope: Scope,
  where: string,
  bindCondition: BindCondition,
): ValueNode {
  const bind = (part: Expression): ValueNode => bindValue(part, scope, where, bindCondition)
  if (typeof expression === 'number') return valueOf('number', 'number', [], () => expression)
  if (typeof expression === 'string') {
    const day = readDay(expression)
    if (Number.isNaN(day)) refuse(where, `${expression} is no day`)
    return valueOf('day', 'day', [], () => day)
  }
  if (typeof expression !== 'object' || expression === null) refuse(where, 'an expression is missing')
  refuseOthers(expression, SHAPES, where)
  if ('fact' in expression) return bindFact(expression.fact, scope, where)
  if ('today' in expression) return valueOf('day', 'today', [], () => scope.day)
  if ('parameter' in expression) return bindParameter(expression, scope, where, bind)
  if ('if' in expression)
    return bindIf(bindCondition(expression.if, scope, where), bind(expression.then), bind(expression.else), where)
  const [op, operands] = Object.entries(expression)[0] ?? refuse(where, 'an empty expression')
  const list = (Array.isArray(operands) ? operands : [operands]) as readonly Expression[]
  return bindOperator(op, list.map(bind), where)
}
