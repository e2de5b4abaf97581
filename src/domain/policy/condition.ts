import type { Condition, Expression } from './book'
import { bindValue } from './expression'
import { refuse, refuseOthers } from './fault'
import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import { doubtOf, NOBODY, type ConditionNode, type Judge, type Mark, type Scope } from './node'
import type { Slot } from './slots'
import {
  callOf,
  COMPARISONS,
  differenceOf,
  elementOf,
  FLIPPED,
  optionOf,
  rangeOf,
  stateOf,
  type Test,
} from './conditionTest'

type OfFact = Extract<Condition, { fact: string }>

function testFact(condition: OfFact, slot: Slot, where: string): Test {
  const option = (value: string): number =>
    slot.options.get(value) ?? refuse(where, `fact ${slot.id} has no option ${value}`)
  const options = (values: readonly string[]): readonly number[] =>
    Array.isArray(values) ? values.map(option) : refuse(where, `fact ${slot.id} is compared with no list`)
  const must = (type: Slot['type'], what: string): void => {
    if (slot.type !== type) refuse(where, `fact ${slot.id} is ${what}`)
  }
  if ('has' in condition) {
    must('set', 'no set')
    return elementOf(
      slot,
      options(condition.has).reduce((bits, bit) => bits | bit, 0),
    )
  }
  if ('in' in condition) {
    must('choice', 'no choice')
    return optionOf(
      slot,
      options(condition.in).reduce((bits, at) => bits | (1 << at), 0),
    )
  }
  if ('is' in condition && typeof condition.is === 'string') {
    must('choice', 'no choice')
    return rangeOf(slot, COMPARISONS.equals!(option(condition.is)))
  }
  if ('is' in condition && typeof condition.is !== 'boolean')
    refuse(where, `fact ${slot.id} is ${String(condition.is)}: an option is written in quotes`)
  must('boolean', 'neither true nor false')
  return rangeOf(slot, COMPARISONS.equals!('is' in condition && condition.is === false ? 0 : 1))
}

/** Stops at the first that settles it: nobody asks for the others' states. */
const firstOf =
  (tests: readonly Test[], settles: Kleene): Judge =>
  values => {
    let settled = (YES - settles) as Kleene
    for (let at = 0; at < tests.length; at += 1) {
      const state = stateOf(tests[at]!, values)
      if (state === settles) return state
      if (state === UNKNOWN) settled = UNKNOWN
    }
    return settled
  }

/** Judges each, so that each that has an id has its state. */
function eachOf(parts: readonly ConditionNode[], settles: Kleene): Judge {
  const tests = parts.map(({ test }) => test)
  const places = parts.map(({ mark }) => mark?.at ?? -1)
  const states = parts.find(({ mark }) => mark)?.mark?.states ?? new Uint8Array(0)
  return values => {
    let settled = (YES - settles) as Kleene
    for (let at = 0; at < tests.length; at += 1) {
      const state = stateOf(tests[at]!, values)
      const place = places[at]!
      if (place >= 0) states[place] = state
      if (state === settles) settled = state
      else if (state === UNKNOWN && settled !== settles) settled = UNKNOWN
    }
    return settled
  }
}

const hasReasons = (node: ConditionNode): boolean =>
  node.mark !== undefined || node.parts.some(part => part.type === 'condition' && hasReasons(part))

type Unnamed = Omit<ConditionNode, 'id' | 'mark' | 'judge'>

function bindGroup(op: 'all' | 'any', conditions: readonly Condition[], scope: Scope, where: string): Unnamed {
  if (!Array.isArray(conditions) || conditions.length === 0) refuse(where, `${op} of nothing`)
  const parts = conditions.map(part => bindCondition(part, scope, where))
  const settles = op === 'all' ? NO : YES
  const judge = parts.some(hasReasons)
    ? eachOf(parts, settles)
    : firstOf(
        parts.map(({ test }) => test),
        settles,
      )
  return { type: 'condition', op, parts, test: callOf(judge), doubt: doubtOf(parts) }
}

function bindNot(condition: Condition, scope: Scope, where: string): Unnamed {
  const part = bindCondition(condition, scope, where)
  const { judge, doubt } = part
  const test = callOf(values => (YES - judge(values)) as Kleene)
  return { type: 'condition', op: 'not', parts: [part], test, doubt }
}

function bindComparison(condition: Condition & { value: Expression }, scope: Scope, where: string): Unnamed {
  const op = Object.keys(COMPARISONS).find(one => one in condition) ?? refuse(where, 'a value compared with nothing')
  const value = bindValue(condition.value, scope, where, bindCondition)
  const than = bindValue((condition as unknown as Record<string, Expression>)[op]!, scope, where, bindCondition)
  if (value.type !== than.type) refuse(where, `a ${value.type} is compared with a ${than.type}`)
  const test =
    value.slot && than.fixed
      ? rangeOf(value.slot, COMPARISONS[op]!(than.read(NOBODY)))
      : than.slot && value.fixed
        ? rangeOf(than.slot, COMPARISONS[FLIPPED[op]!]!(value.read(NOBODY)))
        : differenceOf(value.read, than.read, COMPARISONS[op]!(0))
  return { type: 'condition', op, parts: [value, than], test, doubt: doubtOf([value, than]) }
}

const COMPARED = Object.keys(COMPARISONS).map(op => ['value', op])
const OF_FACTS = [['fact'], ['fact', 'is'], ['fact', 'in'], ['fact', 'has']]
const SHAPES = [['all'], ['any'], ['not'], ...OF_FACTS, ...COMPARED].map(keys => [...keys, 'id'])

function bindUnnamed(condition: Condition, scope: Scope, where: string): Unnamed {
  if (typeof condition !== 'object' || condition === null) refuse(where, 'a condition is missing')
  refuseOthers(condition, SHAPES, where)
  if ('all' in condition) return bindGroup('all', condition.all, scope, where)
  if ('any' in condition) return bindGroup('any', condition.any, scope, where)
  if ('not' in condition) return bindNot(condition.not, scope, where)
  if ('value' in condition) return bindComparison(condition, scope, where)
  if (!('fact' in condition)) refuse(where, 'an empty condition')
  const slot = scope.slots.get(condition.fact) ?? refuse(where, `no fact ${condition.fact}`)
  const op = ['is', 'in', 'has'].find(key => key in condition) ?? 'fact'
  const test = testFact(condition, slot, where)
  return { type: 'condition', op, of: slot.id, slot, parts: [], test, doubt: slot.source?.doubt }
}

/** Judges, and writes it down where there is somebody to read it. */
function judgeOf(test: Test, mark: Mark | undefined): Judge {
  if (!mark) return values => stateOf(test, values)
  const { states, at } = mark
  return values => (states[at] = stateOf(test, values)) as Kleene
}

/** Binds a condition to a day, or refuses it. */
export function bindCondition(condition: Condition, scope: Scope, where: string): ConditionNode {
  const { id } = condition ?? {}
  if (id === undefined) {
    const node = bindUnnamed(condition, scope, where)
    return { ...node, judge: judgeOf(node.test, undefined) }
  }
  const watch = scope.watch ?? refuse(where, `nobody reads the reason ${id} here`)
  // its place comes before those of its parts
  const mark = watch(id, where)
  const node = bindUnnamed(condition, scope, `${where}, ${id}`)
  return { ...node, id, mark, judge: judgeOf(node.test, mark) }
}
