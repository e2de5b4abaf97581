import type { DerivedFact, FactRule, RuleBook } from './book'
import { bindCondition } from './condition'
import { bindValue } from './expression'
import { refuse } from './fault'
import { NO, UNKNOWN, YES } from './kleene'
import { namedIn } from './namedIn'
import type { Read, Scope, Values } from './node'
import type { Answers } from './result'
import { NOT_YET } from './notYet'
import { encode, slotOf, type Slot } from './slots'
import { stateOf, type Test } from './conditionTest'

export interface BoundFacts {
  /** In the book's order, asked ones first. */
  slots: ReadonlyMap<string, Slot>
  /** Puts what somebody said among the values. */
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

/** Reckoned when it is first read, for most rules never look at most of what could follow. */
const whenRead =
  (index: number, reckon: Read): Read =>
  values => {
    const value = values[index]!
    return value === NOT_YET ? (values[index] = reckon(values)) : value
  }

/** What follows from other facts. */
function bindDerived(fact: DerivedFact, slot: Slot, scope: Scope): void {
  const where = `fact ${fact.id}`
  if (fact.type === 'boolean') {
    const node = bindCondition(fact.when, scope, where)
    const { judge } = node
    slot.source = node
    slot.read = whenRead(slot.index, values => {
      const state = judge(values)
      return state === YES ? 1 : state === NO ? 0 : NaN
    })
    return
  }
  const node = bindValue(fact.value, scope, where, bindCondition)
  if ((node.type === 'day') !== (fact.type === 'date')) refuse(where, `a ${node.type} is no ${fact.type}`)
  slot.source = node
  slot.read = node.fixed ? node.read : whenRead(slot.index, node.read)
}

/** Takes back what was said where it isn't asked at all. */
interface Correction {
  readonly index: number
  readonly test: Test
  /** NaN where nothing stands for it. */
  readonly otherwise: number
}

function bindAsked(fact: FactRule, slot: Slot, scope: Scope): Correction | undefined {
  const where = `fact ${fact.id}`
  if (!fact.onlyIf) {
    if (fact.otherwise !== undefined) refuse(where, 'otherwise without onlyIf')
    return undefined
  }
  const otherwise = encode(slot, fact.otherwise)
  if (fact.otherwise !== undefined && Number.isNaN(otherwise)) refuse(where, 'otherwise is no value of it')
  slot.gate = bindCondition(fact.onlyIf, scope, where)
  return { index: slot.index, test: slot.gate.test, otherwise }
}

function correct({ index, test, otherwise }: Correction, values: Values): void {
  // what wasn't said, and nothing stands for, needs no taking back
  if (values[index]! !== values[index]! && otherwise !== otherwise) return
  if (stateOf(test, values) === NO) values[index] = otherwise
}

/** Binds the facts to a day, or refuses them. */
export function bindFacts(book: RuleBook, scope: Omit<Scope, 'slots'>): BoundFacts {
  const facts: AnyFact[] = [...book.facts, ...book.derived]
  const inOrder = ordered(facts)
  const slots = new Map(facts.map((fact, index) => [fact.id, slotOf(fact, index)]))
  const within = { ...scope, slots }
  const corrections = inOrder.flatMap(fact => {
    const slot = slots.get(fact.id)!
    if (slot.asked) return bindAsked(slot.asked, slot, within) ?? []
    bindDerived(fact as DerivedFact, slot, within)
    return []
  })
  const blank = Float64Array.from(facts, (_, index) => (index < book.facts.length ? NaN : NOT_YET))
  return {
    slots,
    fill: (answers, values) => {
      values.set(blank)
      for (const id in answers) {
        const slot = slots.get(id)
        if (slot?.asked) values[slot.index] = encode(slot, answers[id])
      }
      for (const correction of corrections) correct(correction, values)
    },
  }
}

/** Whether a fact isn't known, and could be by asking: what isn't asked at all can't. */
export const canBeKnown = (slot: Slot, values: Values): boolean =>
  Number.isNaN(slot.read(values)) && (slot.gate === undefined || slot.gate.judge(values) !== NO)

/** Whether it isn't settled yet that a fact is asked. */
export const isGateOpen = (slot: Slot, values: Values): boolean => slot.gate?.judge(values) === UNKNOWN
