import type { Condition, Expression } from './book'
import { addMonths, dateOf, endOfMonth, monthOf, monthsBetween, readDay, yearOf } from './calendar'
import { refuse, refuseOthers } from './fault'
import { UNKNOWN, YES } from './kleene'
import { doubtOf, NOBODY, type ConditionNode, type Doubt, type Read, type Scope, type ValueNode } from './node'
import { datedOf, inForce, valueAt } from './parameter'

type Type = ValueNode['type']
type BindCondition = (condition: Condition, scope: Scope, where: string) => ConditionNode

/** Arithmetic of two; an unknown one makes NaN of it by itself. */
const OF_TWO: Record<string, (a: Read, b: Read) => Read> = {
  add: (a, b) => values => a(values) + b(values),
  subtract: (a, b) => values => a(values) - b(values),
  multiply: (a, b) => values => a(values) * b(values),
  divide: (a, b) => values => {
    const by = b(values)
    return by === 0 ? NaN : a(values) / by
  },
  least: (a, b) => values => Math.min(a(values), b(values)),
  most: (a, b) => values => Math.max(a(values), b(values)),
  addDays: (a, b) => values => a(values) + Math.floor(b(values)),
  addMonths: (a, b) => values => addMonths(a(values), b(values)),
  addYears: (a, b) => values => addMonths(a(values), b(values) * 12),
  months: (a, b) => values => monthsBetween(a(values), b(values)),
  days: (a, b) => values => b(values) - a(values),
}
const OF_ONE: Record<string, (a: Read) => Read> = {
  floor: a => values => Math.floor(a(values)),
  year: a => values => yearOf(a(values)),
  month: a => values => monthOf(a(values)),
  endOfMonth: a => values => endOfMonth(a(values)),
}

/** What an operator takes and gives; `same` is all numbers or all days. */
const SIGNATURES: Record<string, { takes: readonly Type[] | 'numbers' | 'same'; gives: Type | 'same' }> = {
  add: { takes: 'numbers', gives: 'number' },
  subtract: { takes: ['number', 'number'], gives: 'number' },
  multiply: { takes: 'numbers', gives: 'number' },
  divide: { takes: ['number', 'number'], gives: 'number' },
  least: { takes: 'same', gives: 'same' },
  most: { takes: 'same', gives: 'same' },
  floor: { takes: ['number'], gives: 'number' },
  addDays: { takes: ['day', 'number'], gives: 'day' },
  addMonths: { takes: ['day', 'number'], gives: 'day' },
  addYears: { takes: ['day', 'number'], gives: 'day' },
  months: { takes: ['day', 'day'], gives: 'number' },
  days: { takes: ['day', 'day'], gives: 'number' },
  year: { takes: ['day'], gives: 'number' },
  month: { takes: ['day'], gives: 'number' },
  endOfMonth: { takes: ['day'], gives: 'day' },
  date: { takes: ['number', 'number', 'number'], gives: 'day' },
}

/** A value of its parts: reckoned once where all of them are the same for everyone. */
function valueOf(
  type: Type,
  op: string,
  parts: readonly ValueNode[],
  read: Read,
  over: Partial<ValueNode> = {},
): ValueNode {
  const fixed = parts.every(part => part.fixed)
  const once = fixed ? read(NOBODY) : 0
  return { type, op, parts, read: fixed ? () => once : read, fixed, doubt: doubtOf(parts), ...over }
}

function bindFact(id: string, scope: Scope, where: string): ValueNode {
  const slot = scope.slots.get(id) ?? refuse(where, `no fact ${id}`)
  if (slot.type !== 'date' && slot.type !== 'count' && slot.type !== 'money')
    refuse(where, `fact ${id} is no number and no day`)
  const { read, source } = slot
  const fixed = source !== undefined && source.type !== 'condition' && source.fixed
  const type = slot.type === 'date' ? 'day' : 'number'
  return { type, op: 'fact', of: id, slot, parts: [], read, fixed, doubt: source?.doubt }
}

type ParameterExpression = Extract<Expression, { parameter: string }>

function bindParameter(
  { parameter: id, at, on }: ParameterExpression,
  scope: Scope,
  where: string,
  bind: BindValue,
): ValueNode {
  const rule = scope.parameters.get(id) ?? refuse(where, `no parameter ${id}`)
  const versions = datedOf(rule)
  const place = at === undefined ? undefined : bind(at)
  const day = on === undefined ? undefined : bind(on)
  if (place && place.type !== 'number') refuse(where, `the place in ${id} is no number`)
  if (day && day.type !== 'day') refuse(where, `the day of ${id} is no day`)
  if (!place && versions.some(({ tiers }) => tiers)) refuse(where, `${id} has tiers and needs a place`)
  const parts = [place, day].filter(part => part !== undefined)
  const named = { of: id }
  const readPlace: Read = place?.read ?? (() => NaN)
  if (!day || day.fixed) {
    const version = inForce(versions, day ? day.read(NOBODY) : scope.day)
    const doubt = version && !version.sure ? () => true : doubtOf(parts)
    const read: Read = version?.tiers ? values => valueAt(version, readPlace(values)) : () => valueAt(version, NaN)
    return valueOf('number', 'parameter', parts, read, { ...named, doubt })
  }
  const readDayOf = day.read
  const unsure: Doubt = values => inForce(versions, readDayOf(values))?.sure === false
  const doubts = versions.some(({ sure }) => !sure) ? [...parts, { ...day, doubt: unsure }] : parts
  return valueOf(
    'number',
    'parameter',
    parts,
    values => valueAt(inForce(versions, readDayOf(values)), readPlace(values)),
    { ...named, doubt: doubtOf(doubts) },
  )
}

type BindValue = (expression: Expression) => ValueNode

function bindIf(test: ConditionNode, then: ValueNode, other: ValueNode, where: string): ValueNode {
  if (then.type !== other.type) refuse(where, 'a day in one branch and a number in the other')
  const { judge } = test
  const [yes, no] = [then.read, other.read]
  const read: Read = values => {
    const state = judge(values)
    if (state !== UNKNOWN) return state === YES ? yes(values) : no(values)
    const either = yes(values)
    return either === no(values) ? either : NaN
  }
  const branches: Doubt = values => {
    const state = judge(values)
    return (state !== 0 && then.doubt?.(values) === true) || (state !== YES && other.doubt?.(values) === true)
  }
  const doubts = then.doubt || other.doubt ? [test, { ...then, doubt: branches }] : [test]
  return { type: then.type, op: 'if', parts: [test, then, other], read, fixed: false, doubt: doubtOf(doubts) }
}

function bindOperator(op: string, parts: readonly ValueNode[], where: string): ValueNode {
  const { takes, gives } = SIGNATURES[op]!
  const [first] = parts
  if (!first) refuse(where, `${op} of nothing`)
  const expected = typeof takes === 'string' ? parts.map(() => (takes === 'same' ? first.type : 'number')) : takes
  if (parts.length !== expected.length) refuse(where, `${op} takes ${expected.length}`)
  if (parts.some((part, at) => part.type !== expected[at])) refuse(where, `${op} takes ${expected.join(' and ')}`)
  const type = gives === 'same' ? first.type : gives
  const reads = parts.map(part => part.read)
  const one = OF_ONE[op]
  if (one) return valueOf(type, op, parts, one(first.read))
  if (op === 'date') {
    const [year, month, date] = reads as [Read, Read, Read]
    return valueOf(type, op, parts, values => dateOf(year(values), month(values), date(values)))
  }
  return valueOf(type, op, parts, reads.reduce(OF_TWO[op]!))
}

const SHAPES = [
  ['fact'],
  ['today'],
  ['parameter', 'at', 'on'],
  ['if', 'then', 'else'],
  ...Object.keys(SIGNATURES).map(op => [op]),
]

/** Binds an expression to a day, or refuses it. */
export function bindValue(
  expression: Expression,
  scope: Scope,
  where: string,
  bindCondition: BindCondition,
): ValueNode {
  const bind: BindValue = part => bindValue(part, scope, where, bindCondition)
  if (typeof expression === 'number') {
    if (!Number.isFinite(expression)) refuse(where, 'a number without a value')
    return valueOf('number', 'number', [], () => expression)
  }
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
