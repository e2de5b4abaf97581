import type { Tri } from './book'

/* Kleene's three values in their order, and in bits, so that `all` is what its parts have in common and `any` what one of them
   has. */

export const NO = 0b00
export const UNKNOWN = 0b01
export const YES = 0b11
export type Kleene = typeof NO | typeof UNKNOWN | typeof YES

export const triOf = (state: Kleene): Tri => (state === YES ? 'yes' : state === NO ? 'no' : 'unknown')
