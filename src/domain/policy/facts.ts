import type { DerivedFact, FactRule, RuleBook } from './book'
import { bindCondition } from './condition'
import { bindValue } from './expression'
import { refuse } from './fault'
import { NO, UNKNOWN, YES } from './kleene'
import { namedIn } from './namedIn'
import type { Judge, Scope, Values } from './node'
import type { Answers } from './result'
import { encode, slotOf, type Slot } from './slots'

/** Puts one fact where it belongs among the values, from what was said or from the facts before it. */
type Fill = (answers: Answers, values: Values) => void

export interface BoundFacts {
  /** In the book's order, asked ones first. */
  slots: ReadonlyMap<string, Slot>
  fill: (answers: Answers, values: Values) => void
}

type AnyFact = FactRule | DerivedFact

/** Each fact after those it needs; the book's order otherwise. */
function ordered(facts: readonly AnyFact[]): AnyFact[] {
  const byId = new Map<string, AnyFact>()
  for (const fact of facts) {
    if (byId.has(fact.id)) refuse(`fact ${fact.id}`, 'declared twice')
    byId.set(fact.id, fact)
  }
  const placed = new Set<AnyFact>()
  const open = new Set<AnyFact>()
  const place = (fact: AnyFact): void => {
    if (placed.has(fact)) return
    if (open.has(fact)) refuse(`fact ${fact.id}`, 'follows from itself')
    open.add(fact)
    for (const id of namedIn(fact).facts) place(byId.get(id) ?? refuse(`fact ${fact.id}`, `no fact ${id}`))
    placed.add(fact)
  }
  facts.forEach(place)
  return [...placed]
}

const asNumber =
  (judge: Judge) =>
  (values: Values): number => {
    const state = judge(values)
    return state === YES ? 1 : state === NO ? 0 : NaN
  }

/** What follows from other facts. */
function bindDerived(fact: DerivedFact, slot: Slot, scope: Scope): Fill {
  const where = `fact ${fact.id}`
  const { index } = slot
  if (fact.type === 'boolean') {
    const node = bindCondition(fact.when, scope, where)
    slot.source = node
    const read = asNumber(node.judge)
    return (_, values) => {
      values[index] = read(values)
    }
  }
  const node = bindValue(fact.value, scope, where, bindCondition)
  if ((node.type === 'day') !== (fact.type === 'date')) refuse(where, `a ${node.type} is no ${fact.type}`)
  slot.source = node
  const { read } = node
  return (_, values) => {
    values[index] = read(values)
  }
}

/** What is said, unless it isn't asked at all. */
function bindAsked(fact: FactRule, slot: Slot, scope: Scope): Fill {
  const where = `fact ${fact.id}`
  const { id, index } = slot
  if (!fact.onlyIf) {
    if (fact.otherwise !== undefined) refuse(where, 'otherwise without onlyIf')
    return (answers, values) => {
      values[index] = encode(slot, answers[id])
    }
  }
  const otherwise = encode(slot, fact.otherwise)
  if (fact.otherwise !== undefined && Number.isNaN(otherwise)) refuse(where, 'otherwise is no value of it')
  slot.gate = bindCondition(fact.onlyIf, scope, where)
  const { judge } = slot.gate
  return (answers, values) => {
    values[index] = judge(values) === NO ? otherwise : encode(slot, answers[id])
  }
}

/** Binds the facts to a day, or refuses them. */
export function bindFacts(book: RuleBook, scope: Omit<Scope, 'slots'>): BoundFacts {
  const facts: AnyFact[] = [...book.facts, ...book.derived]
  const inOrder = ordered(facts)
  const slots = new Map(facts.map((fact, index) => [fact.id, slotOf(fact, index)]))
  const fills = inOrder.map(fact => {
    const slot = slots.get(fact.id)!
    const within = { ...scope, slots }
    return slot.asked ? bindAsked(slot.asked, slot, within) : bindDerived(fact as DerivedFact, slot, within)
  })
  return {
    slots,
    fill: (answers, values) => {
      for (const fill of fills) fill(answers, values)
    },
  }
}

/** Whether a fact isn't known, and could be by asking: what isn't asked at all can't. */
export const canBeKnown = (slot: Slot, values: Values): boolean =>
  Number.isNaN(values[slot.index]) && (slot.gate === undefined || slot.gate.judge(values) !== NO)

/** Whether it isn't settled yet that a fact is asked. */
export const isGateOpen = (slot: Slot, values: Values): boolean => slot.gate?.judge(values) === UNKNOWN
