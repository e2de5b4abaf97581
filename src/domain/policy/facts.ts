import type { DerivedFact, FactRule, RuleBook } from './book'
import { bindCondition } from './condition'
import { bindValue } from './expression'
import { refuse } from './fault'
import { NO, UNKNOWN, YES } from './kleene'
import { namedIn } from './namedIn'
import { mustBe, type Scope } from './node'
import { inOrder } from './order'
import type { Answers } from './result'
import { blankSheet } from './sheet'
import { bitOf, encode, slotOf, type Slot } from './slots'

export interface BoundFacts {
  /** What rules are bound in: the facts' slots on a sheet of their own. */
  scope: Scope
  /** Puts what somebody said on the sheet and judges its first rows by it. */
  fill: (answers: Answers, rows: number) => void
}

type AnyFact = FactRule | DerivedFact

/** What follows from other facts. */
function bindDerived(fact: DerivedFact, slot: Slot, scope: Scope): void {
  const where = `fact ${fact.id}`
  if (fact.type === 'boolean') {
    const node = bindCondition(fact.when, scope, where)
    slot.source = node
    slot.read = () => {
      const state = node.judge()
      return state === UNKNOWN ? NaN : bitOf(state === YES)
    }
    return
  }
  const node = mustBe(
    fact.type === 'date' ? 'day' : 'number',
    bindValue(fact.value, scope, where, bindCondition),
    where,
  )
  slot.source = node
  slot.read = node.read
}

function bindAsked(fact: FactRule, slot: Slot, scope: Scope): void {
  const where = `fact ${fact.id}`
  if (!fact.onlyIf) {
    if (fact.otherwise !== undefined) refuse(where, 'otherwise without onlyIf')
    return
  }
  const otherwise = encode(slot, fact.otherwise)
  if (fact.otherwise !== undefined && Number.isNaN(otherwise)) refuse(where, 'otherwise is no value of it')
  slot.gate = bindCondition(fact.onlyIf, scope, where)
  scope.sheet.gate(slot.index, slot.gate.at, otherwise)
}

/** Binds the facts to a day, or refuses them. */
export function bindFacts(book: RuleBook, day: number): BoundFacts {
  const facts: AnyFact[] = [...book.facts, ...book.derived]
  const ordered = inOrder('fact', facts, fact => namedIn(fact).facts)
  const sheet = blankSheet(book.facts.length)
  const { values } = sheet
  const slots = new Map(facts.map((fact, index) => [fact.id, slotOf(fact, index, values)]))
  const parameters = new Map(book.parameters.map(parameter => [parameter.id, parameter]))
  const scope: Scope = { day, sheet, slots, parameters }
  for (const fact of ordered) {
    const slot = slots.get(fact.id)!
    if (slot.asked) bindAsked(slot.asked, slot, scope)
    else bindDerived(fact as DerivedFact, slot, scope)
  }
  const asked = new Map([...slots].slice(0, book.facts.length))
  return {
    scope,
    fill: (answers, rows) => {
      sheet.clear()
      for (const id in answers) {
        const slot = asked.get(id)
        if (slot) values[slot.index] = encode(slot, answers[id])
      }
      sheet.judge(rows)
    },
  }
}

/** Whether a fact isn't known, and could be by asking: what isn't asked at all can't. */
export const canBeKnown = ({ read, gate }: Slot): boolean => Number.isNaN(read()) && gate?.judge() !== NO

/** Whether it isn't settled yet that a fact is asked. */
export const isGateOpen = ({ gate }: Slot): boolean => gate?.judge() === UNKNOWN
