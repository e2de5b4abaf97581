import type { Tri } from './book'

/* Kleene's three values in their order, so that `all` is the least, `any` the most and `not` what is left to two. */

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Kleene = 0 | 1 | 2

const NAMES: readonly Tri[] = ['no', 'unknown', 'yes']
export const triOf = (state: Kleene): Tri => NAMES[state]!
