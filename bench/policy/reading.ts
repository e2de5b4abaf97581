import type { Condition, Expression, Literal, Parameter, RuleBook } from '../../src/domain/policy'
import { addDays, addMonths, addYears, daysBetween, monthsBetween, type BeijingDate } from '../../src/domain/time'
import { atLeast, below, both, either, hasOne, not, same, type State } from './byHand/known'

/* A rule read as it is written, days as texts: what an engine without arithmetic is given as facts. */

export type Value = Literal | undefined
/** A fact's value; undefined where it isn't known. */
export type Look = (fact: string) => Value

type Told = number | BeijingDate

const two = (n: number): string => String(n).padStart(2, '0')
const endOfMonth = (day: BeijingDate): BeijingDate => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1)

const OPERATORS: Record<string, (operands: Told[]) => Told> = {
  add: operands => (operands as number[]).reduce((a, b) => a + b),
  subtract: operands => (operands as number[]).reduce((a, b) => a - b),
  multiply: operands => (operands as number[]).reduce((a, b) => a * b),
  divide: operands => (operands as number[]).reduce((a, b) => a / b),
  least: operands => operands.reduce((a, b) => (a < b ? a : b)),
  most: operands => operands.reduce((a, b) => (a > b ? a : b)),
  floor: ([value]) => Math.floor(value as number),
  addDays: ([day, n]) => addDays(day as BeijingDate, n as number),
  addMonths: ([day, n]) => addMonths(day as BeijingDate, n as number),
  addYears: ([day, n]) => addYears(day as BeijingDate, n as number),
  months: ([from, to]) => monthsBetween(from as BeijingDate, to as BeijingDate),
  days: ([from, to]) => daysBetween(from as BeijingDate, to as BeijingDate),
  year: ([day]) => Number((day as BeijingDate).slice(0, 4)),
  month: ([day]) => Number((day as BeijingDate).slice(5, 7)),
  endOfMonth: ([day]) => endOfMonth(day as BeijingDate),
  date: ([year, month, date]) => `${year}-${two(month as number)}-${two(date as number)}`,
}

function parameterOn({ versions }: Parameter, on: BeijingDate, place: Told | undefined): number | undefined {
  const value = versions.find(({ from, to }) => from <= on && (to === undefined || on <= to))?.value ?? undefined
  if (value === undefined || typeof value === 'number') return value
  return place === undefined
    ? undefined
    : ([...value].reverse().find(({ from }) => from <= (place as number))?.value ?? 0)
}

/** Reads the rules of one book on one day. */
export class Reading {
  constructor(
    private readonly book: RuleBook,
    private readonly today: BeijingDate,
  ) {}

  value(expression: Expression, look: Look): Told | undefined {
    if (typeof expression !== 'object') return expression
    if ('fact' in expression) return look(expression.fact) as Told | undefined
    if ('today' in expression) return this.today
    if ('parameter' in expression) {
      const on = expression.on === undefined ? this.today : (this.value(expression.on, look) as BeijingDate | undefined)
      const place = expression.at === undefined ? undefined : this.value(expression.at, look)
      const parameter = this.book.parameters.find(({ id }) => id === expression.parameter)!
      return on === undefined ? undefined : parameterOn(parameter, on, place)
    }
    if ('if' in expression) {
      const state = this.state(expression.if, look)
      const [then, other] = [this.value(expression.then, look), this.value(expression.else, look)]
      return state === undefined ? (then === other ? then : undefined) : state ? then : other
    }
    const [op, operands] = Object.entries(expression)[0] as [string, Expression | Expression[]]
    const values = [operands].flat().map(operand => this.value(operand, look))
    return values.includes(undefined) ? undefined : OPERATORS[op]!(values as Told[])
  }

  state(condition: Condition, look: Look): State {
    if ('all' in condition) return condition.all.map(part => this.state(part, look)).reduce(both)
    if ('any' in condition) return condition.any.map(part => this.state(part, look)).reduce(either)
    if ('not' in condition) return not(this.state(condition.not, look))
    if ('value' in condition) {
      const value = this.value(condition.value, look)
      if ('atLeast' in condition) return atLeast(value, this.value(condition.atLeast, look))
      if ('atMost' in condition) return atLeast(this.value(condition.atMost, look), value)
      if ('above' in condition) return below(this.value(condition.above, look), value)
      if ('below' in condition) return below(value, this.value(condition.below, look))
      return same(value, this.value(condition.equals, look))
    }
    const said = look(condition.fact)
    if ('has' in condition) return hasOne(said as readonly string[] | undefined, condition.has)
    if ('in' in condition) return said === undefined ? undefined : condition.in.includes(said as string)
    return same(said, 'is' in condition ? condition.is : true)
  }
}
