import type { AmountLine } from './book'
import { bindMaybe } from './condition'
import { refuse } from './fault'
import { doubtOf, type Scope, type ValueNode } from './node'
import type { PaidLine } from './result'

/** A line of what is paid, bound to a day. */
export interface BoundLine {
  readonly id: string
  readonly parts: { readonly [part in 'fen' | 'eachFen' | 'months' | 'cap']?: ValueNode }
  readonly pay: () => PaidLine
}

/** Less than this of a 分 is what binary fractions leave, not what a rule says. */
const DUST = 1e-6

/** Whole 分, half up, never below nothing; null where it isn't known. */
const wholeFen = (fen: number): number | null => (Number.isNaN(fen) ? null : Math.max(0, Math.floor(fen + 0.5 + DUST)))

const known = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** `sure`: of the policy's version; an unsure rule makes an unsure amount. */
export function bindLine(line: AmountLine, scope: Scope, sure: boolean, where: string): BoundLine {
  const { id, confidence } = line
  const bind = (part: 'fen' | 'eachFen' | 'months' | 'cap'): ValueNode | undefined =>
    bindMaybe('number', line[part], scope, `${where}, ${part} of ${id}`)
  const fen = bind('fen') ?? refuse(where, `${id} has no fen`)
  const [eachFen, months, cap] = [bind('eachFen'), bind('months'), bind('cap')]
  const parts = { fen, ...(eachFen && { eachFen }), ...(months && { months }), ...(cap && { cap }) }
  const whole = cap ? () => Math.min(fen.read(), cap.read()) : fen.read
  const doubt = doubtOf(Object.values(parts))
  const relied = sure && confidence !== 'unsure'
  const pay = (): PaidLine => {
    const paid: PaidLine = { id, fen: wholeFen(whole()), confirmed: relied && !doubt?.() }
    if (eachFen) paid.eachFen = wholeFen(eachFen.read())
    if (months) paid.months = known(months.read())
    return paid
  }
  return { id, parts, pay }
}
