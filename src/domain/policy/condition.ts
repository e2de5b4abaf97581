import type { Condition, Expression } from './book'
import { bindValue } from './expression'
import { refuse, refuseOthers } from './fault'
import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import { doubtOf, type ConditionNode, type Judge, type Read, type Scope } from './node'
import type { Slot } from './slots'

const yesIf = (so: boolean): Kleene => (so ? YES : NO)

/** Each comparison twice: of any two values, and, as most are, of a fact with something fixed. NaN is neither way true. */
const COMPARISONS: Record<
  string,
  { reads: (a: Read, b: Read) => Judge; fact: (index: number, than: number) => Judge }
> = {
  atLeast: {
    reads: (a, b) => values => {
      const [x, y] = [a(values), b(values)]
      return x >= y ? YES : x < y ? NO : UNKNOWN
    },
    fact: (index, than) => values => {
      const x = values[index]!
      return x >= than ? YES : x < than ? NO : UNKNOWN
    },
  },
  atMost: {
    reads: (a, b) => values => {
      const [x, y] = [a(values), b(values)]
      return x <= y ? YES : x > y ? NO : UNKNOWN
    },
    fact: (index, than) => values => {
      const x = values[index]!
      return x <= than ? YES : x > than ? NO : UNKNOWN
    },
  },
  above: {
    reads: (a, b) => values => {
      const [x, y] = [a(values), b(values)]
      return x > y ? YES : x <= y ? NO : UNKNOWN
    },
    fact: (index, than) => values => {
      const x = values[index]!
      return x > than ? YES : x <= than ? NO : UNKNOWN
    },
  },
  below: {
    reads: (a, b) => values => {
      const [x, y] = [a(values), b(values)]
      return x < y ? YES : x >= y ? NO : UNKNOWN
    },
    fact: (index, than) => values => {
      const x = values[index]!
      return x < than ? YES : x >= than ? NO : UNKNOWN
    },
  },
  equals: {
    reads: (a, b) => values => {
      const [x, y] = [a(values), b(values)]
      return x === y ? YES : x < y || x > y ? NO : UNKNOWN
    },
    fact: (index, than) => values => {
      const x = values[index]!
      return x === than ? YES : x < than || x > than ? NO : UNKNOWN
    },
  },
}

/** Reads the number of a fact and says whether it is as it should; an unknown one says nothing. */
const judged =
  (index: number, so: (value: number) => boolean): Judge =>
  values => {
    const value = values[index]!
    return value !== value ? UNKNOWN : yesIf(so(value))
  }

type OfFact = Extract<Condition, { fact: string }>

function judgeFact(condition: OfFact, slot: Slot, where: string): Judge {
  const { index } = slot
  const equals = COMPARISONS.equals!.fact
  const optionOf = (value: string): number =>
    slot.options.get(value) ?? refuse(where, `fact ${slot.id} has no option ${value}`)
  if ('has' in condition) {
    if (slot.type !== 'set') refuse(where, `fact ${slot.id} is no set`)
    const bits = condition.has.map(optionOf).reduce((some, bit) => some | bit, 0)
    return judged(index, value => (value & bits) !== 0)
  }
  if ('in' in condition) {
    if (slot.type !== 'choice') refuse(where, `fact ${slot.id} is no choice`)
    const bits = condition.in.map(optionOf).reduce((some, option) => some | (1 << option), 0)
    return judged(index, value => ((1 << value) & bits) !== 0)
  }
  if ('is' in condition && typeof condition.is === 'string') {
    if (slot.type !== 'choice') refuse(where, `fact ${slot.id} is no choice`)
    return equals(index, optionOf(condition.is))
  }
  if (slot.type !== 'boolean') refuse(where, `fact ${slot.id} is neither true nor false`)
  return equals(index, 'is' in condition && condition.is === false ? 0 : 1)
}

/** The least of some (`all`) or the most (`any`). Each is judged, so that each with an id has its state. */
function judgeAll(judges: readonly Judge[]): Judge {
  const [a, b, c] = judges as [Judge, Judge, Judge]
  if (judges.length === 1) return a
  if (judges.length === 2)
    return values => {
      const [x, y] = [a(values), b(values)]
      return x < y ? x : y
    }
  if (judges.length === 3)
    return values => {
      const [x, y, z] = [a(values), b(values), c(values)]
      const least = x < y ? x : y
      return least < z ? least : z
    }
  return values => {
    let least: Kleene = YES
    for (const judge of judges) {
      const state = judge(values)
      if (state < least) least = state
    }
    return least
  }
}

function judgeAny(judges: readonly Judge[]): Judge {
  const [a, b, c] = judges as [Judge, Judge, Judge]
  if (judges.length === 1) return a
  if (judges.length === 2)
    return values => {
      const [x, y] = [a(values), b(values)]
      return x > y ? x : y
    }
  if (judges.length === 3)
    return values => {
      const [x, y, z] = [a(values), b(values), c(values)]
      const most = x > y ? x : y
      return most > z ? most : z
    }
  return values => {
    let most: Kleene = NO
    for (const judge of judges) {
      const state = judge(values)
      if (state > most) most = state
    }
    return most
  }
}

const COMPARED = Object.keys(COMPARISONS).map(op => ['value', op])
const OF_FACTS = [['fact'], ['fact', 'is'], ['fact', 'in'], ['fact', 'has']]
const SHAPES = [['all'], ['any'], ['not'], ...OF_FACTS, ...COMPARED].map(keys => [...keys, 'id'])

type Unnamed = Omit<ConditionNode, 'id'>

function bindGroup(op: 'all' | 'any', conditions: readonly Condition[], scope: Scope, where: string): Unnamed {
  if (!Array.isArray(conditions) || conditions.length === 0) refuse(where, `${op} of nothing`)
  const parts = conditions.map(part => bindCondition(part, scope, where))
  const judges = parts.map(part => part.judge)
  const judge = op === 'all' ? judgeAll(judges) : judgeAny(judges)
  return { type: 'condition', op, parts, judge, doubt: doubtOf(parts) }
}

function bindComparison(condition: Condition & { value: Expression }, scope: Scope, where: string): Unnamed {
  const op = Object.keys(COMPARISONS).find(one => one in condition) ?? refuse(where, 'a value compared with nothing')
  const comparison = COMPARISONS[op]!
  const other = (condition as unknown as Record<string, Expression>)[op]!
  const [value, than] = [condition.value, other].map(side => bindValue(side, scope, where, bindCondition))
  if (value!.type !== than!.type) refuse(where, `a ${value!.type} is compared with a ${than!.type}`)
  const judge =
    value!.slot && than!.fixed
      ? comparison.fact(value!.slot.index, than!.read(new Float64Array(0)))
      : comparison.reads(value!.read, than!.read)
  return { type: 'condition', op, parts: [value!, than!], judge, doubt: doubtOf([value!, than!]) }
}

function bindUnnamed(condition: Condition, scope: Scope, where: string): Unnamed {
  if (typeof condition !== 'object' || condition === null) refuse(where, 'a condition is missing')
  refuseOthers(condition, SHAPES, where)
  if ('all' in condition) return bindGroup('all', condition.all, scope, where)
  if ('any' in condition) return bindGroup('any', condition.any, scope, where)
  if ('not' in condition) {
    const part = bindCondition(condition.not, scope, where)
    const { judge } = part
    return {
      type: 'condition',
      op: 'not',
      parts: [part],
      judge: values => (YES - judge(values)) as Kleene,
      doubt: part.doubt,
    }
  }
  if ('value' in condition) return bindComparison(condition, scope, where)
  if (!('fact' in condition)) refuse(where, 'an empty condition')
  const slot = scope.slots.get(condition.fact) ?? refuse(where, `no fact ${condition.fact}`)
  const op = ['is', 'in', 'has'].find(key => key in condition) ?? 'fact'
  return {
    type: 'condition',
    op,
    of: slot.id,
    slot,
    parts: [],
    judge: judgeFact(condition, slot, where),
    doubt: slot.source?.doubt,
  }
}

/** Binds a condition to a day, or refuses it. */
export function bindCondition(condition: Condition, scope: Scope, where: string): ConditionNode {
  const node = bindUnnamed(condition, scope, where)
  if (condition.id === undefined) return node
  const watch = scope.watch ?? refuse(where, `nobody reads the reason ${condition.id} here`)
  return { ...node, id: condition.id, judge: watch(condition.id, where)(node.judge) }
}
