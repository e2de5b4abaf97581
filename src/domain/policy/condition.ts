import type { Condition, Expression } from './book'
import { bindValue } from './expression'
import { refuse, refuseOthers } from './fault'
import { doubtOf, mustBe, type ConditionNode, type Scope, type ValueNode } from './node'
import { ALL, ANY, LESS, MORE, NOT, SAME } from './sheet'
import { bitOf, type Slot } from './slots'

const COMPARISONS: Record<string, number> = {
  atLeast: SAME | MORE,
  atMost: LESS | SAME,
  above: MORE,
  below: LESS,
  equals: SAME,
}

/** What a condition is, and its row. */
type Unnamed = Pick<ConditionNode, 'op' | 'of' | 'slot' | 'parts' | 'doubt' | 'at'>

/** The row of what is asked of a fact. */
function factRow(condition: Extract<Condition, { fact: string }>, slot: Slot, scope: Scope, where: string): number {
  const { sheet } = scope
  const { id, index, type, options, source } = slot
  const option = (value: string): number => options.get(value) ?? refuse(where, `fact ${id} has no option ${value}`)
  const must = (due: Slot['type'], what: string): void => {
    if (type !== due) refuse(where, `fact ${id} is ${what}`)
  }
  const among = (bits: number): number => sheet.choose(index, bits)
  if ('has' in condition || 'in' in condition) {
    const [due, some] = 'has' in condition ? (['set', condition.has] as const) : (['choice', condition.in] as const)
    must(due, `no ${due}`)
    if (!Array.isArray(some)) refuse(where, `fact ${id} is compared with no list`)
    return among(some.reduce((bits, one) => bits | option(one), 0))
  }
  if ('is' in condition && typeof condition.is === 'string') {
    must('choice', 'no choice')
    return among(option(condition.is))
  }
  if ('is' in condition && typeof condition.is !== 'boolean')
    refuse(where, `fact ${slot.id} is ${String(condition.is)}: an option is written in quotes`)
  must('boolean', 'neither true nor false')
  const asked = !('is' in condition && condition.is === false)
  // a condition by another name
  if (source?.type === 'condition') return asked ? source.at : sheet.combine(NOT, [source.at])
  return among(bitOf(asked))
}

function bindFact(condition: Extract<Condition, { fact: string }>, scope: Scope, where: string): Unnamed {
  const slot = scope.slots.get(condition.fact) ?? refuse(where, `no fact ${condition.fact}`)
  const op = ['is', 'in', 'has'].find(key => key in condition) ?? 'fact'
  return { op, of: slot.id, slot, parts: [], doubt: slot.source?.doubt, at: factRow(condition, slot, scope, where) }
}

const GROUPS = { all: ALL, any: ANY, not: NOT } as const

function bindGroup(op: keyof typeof GROUPS, conditions: readonly Condition[], scope: Scope, where: string): Unnamed {
  if (!Array.isArray(conditions) || conditions.length === 0) refuse(where, `${op} of nothing`)
  const parts = conditions.map(part => bindCondition(part, scope, where))
  const at = scope.sheet.combine(
    GROUPS[op],
    parts.map(part => part.at),
  )
  return { op, parts, at, doubt: doubtOf(parts) }
}

/** The cell of a value: of what follows from others once a condition asks for it. */
function cellOf(expression: Expression, { fixed, read, slot }: ValueNode, { sheet }: Scope): number {
  if (fixed) return sheet.constant(read())
  return slot?.asked ? slot.index : sheet.reckoned(JSON.stringify(expression), read)
}

function bindComparison(condition: Condition & { value: Expression }, scope: Scope, where: string): Unnamed {
  const op = Object.keys(COMPARISONS).find(one => one in condition)!
  const value = bindValue(condition.value, scope, where, bindCondition)
  const other = (condition as unknown as Record<string, Expression>)[op]!
  const than = bindValue(other, scope, where, bindCondition)
  mustBe(value.type, than, where)
  const cells = [cellOf(condition.value, value, scope), cellOf(other, than, scope)] as const
  const at = scope.sheet.compare(...cells, COMPARISONS[op]!)
  return { op, parts: [value, than], at, doubt: doubtOf([value, than]) }
}

const OF_VALUES = Object.keys(COMPARISONS).map(op => ['value', op])
const OF_FACTS = [['fact'], ['fact', 'is'], ['fact', 'in'], ['fact', 'has']]
const SHAPES = [['all'], ['any'], ['not'], ...OF_FACTS, ...OF_VALUES].map(keys => [...keys, 'id'])

function bindUnnamed(condition: Condition, scope: Scope, where: string): Unnamed {
  refuseOthers(condition, SHAPES, where)
  if ('all' in condition) return bindGroup('all', condition.all, scope, where)
  if ('any' in condition) return bindGroup('any', condition.any, scope, where)
  if ('not' in condition) return bindGroup('not', [condition.not], scope, where)
  if ('value' in condition) return bindComparison(condition, scope, where)
  return bindFact(condition, scope, where)
}

/** Binds a condition to a day, or refuses it. */
export function bindCondition(condition: Condition, scope: Scope, where: string): ConditionNode {
  const id = condition?.id
  const { states } = scope.sheet
  const bind = (place: string): ConditionNode => {
    const node = bindUnnamed(condition, scope, place)
    return { type: 'condition', ...node, ...(id !== undefined && { id }), judge: () => states[node.at]! }
  }
  if (id === undefined) return bind(where)
  if (typeof id !== 'string') refuse(where, 'a reason without a name')
  const named = scope.named ?? refuse(where, `nobody reads the reason ${id} here`)
  if (named.some(other => other.id === id)) refuse(where, `two conditions of the id ${id}`)
  // its place comes before those of its parts
  const place = named.push({ id } as ConditionNode) - 1
  return (named[place] = bind(`${where}, ${id}`))
}

/** Binds an expression to a day, where there is one; refuses another type. */
export function bindMaybe(
  type: ValueNode['type'],
  expression: Expression | undefined,
  scope: Scope,
  where: string,
): ValueNode | undefined {
  return expression === undefined ? undefined : mustBe(type, bindValue(expression, scope, where, bindCondition), where)
}
