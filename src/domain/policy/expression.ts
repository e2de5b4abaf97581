import type { Condition, Expression } from './book'
import { addMonths, dateOf, endOfMonth, monthOf, monthsBetween, readDay, yearOf } from './calendar'
import { refuse, refuseOthers } from './fault'
import { NO, UNKNOWN, YES } from './kleene'
import { doubtOf, mustBe, valueOf, type ConditionNode, type Doubt, type Scope, type ValueNode } from './node'
import { bindParameter } from './parameter'
import type { Read } from './sheet'

type Type = ValueNode['type']
export type BindCondition = (condition: Condition, scope: Scope, where: string) => ConditionNode

/**
 * What an operator takes, what it gives, and how: `numbers` is one or more of them, `alike` all numbers or all days, of more than
 * one two by two. What isn't known makes NaN by itself.
 */
const OPERATORS: Record<string, readonly [takes: string, gives: string, of: (a: Read, b: Read, c: Read) => Read]> = {
  add: ['numbers', 'number', (a, b) => () => a() + b()],
  subtract: ['number number', 'number', (a, b) => () => a() - b()],
  multiply: ['numbers', 'number', (a, b) => () => a() * b()],
  divide: ['number number', 'number', (a, b) => () => a() / (b() || NaN)],
  least: ['alike', 'alike', (a, b) => () => Math.min(a(), b())],
  most: ['alike', 'alike', (a, b) => () => Math.max(a(), b())],
  floor: ['number', 'number', a => () => Math.floor(a())],
  addDays: ['day number', 'day', (a, b) => () => a() + Math.floor(b())],
  addMonths: ['day number', 'day', (a, b) => () => addMonths(a(), b())],
  addYears: ['day number', 'day', (a, b) => () => addMonths(a(), b() * 12)],
  months: ['day day', 'number', (a, b) => () => monthsBetween(a(), b())],
  days: ['day day', 'number', (a, b) => () => b() - a()],
  year: ['day', 'number', a => () => yearOf(a())],
  month: ['day', 'number', a => () => monthOf(a())],
  endOfMonth: ['day', 'day', a => () => endOfMonth(a())],
  date: ['number number number', 'day', (a, b, c) => () => dateOf(a(), b(), c())],
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
  mustBe(then.type, other, where)
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
  const [takes, gives, of] = OPERATORS[op]!
  const { type } = parts[0] ?? refuse(where, `${op} of nothing`)
  const many = takes === 'numbers' || takes === 'alike'
  const due = takes === 'numbers' ? 'number' : type
  const expected = many ? parts.map(() => due) : takes.split(' ')
  if (parts.map(part => part.type).join(' ') !== expected.join(' '))
    refuse(where, `${op} takes ${expected.join(' and ')}`)
  const [a, b, c] = parts.map(({ read }) => read) as [Read, Read, Read]
  const read = many ? parts.map(part => part.read).reduce((all, one) => of(all, one, one)) : of(a, b, c)
  return valueOf(gives === 'alike' ? type : (gives as Type), op, parts, read)
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
  refuseOthers(expression, SHAPES, where)
  if ('fact' in expression) return bindFact(expression.fact, scope, where)
  if ('today' in expression) return valueOf('day', 'today', [], () => scope.day)
  if ('parameter' in expression) return bindParameter(expression, scope, where, bind)
  if ('if' in expression)
    return bindIf(bindCondition(expression.if, scope, where), bind(expression.then), bind(expression.else), where)
  const [op, operands] = Object.entries(expression)[0]!
  const list = (Array.isArray(operands) ? operands : [operands]) as readonly Expression[]
  return bindOperator(op, list.map(bind), where)
}
