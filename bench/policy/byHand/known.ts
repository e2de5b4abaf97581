import type { Reason, Tri } from '../../../src/domain/policy'

/** True, false, or not known. */
export type State = boolean | undefined

export const both = (a: State, b: State): State => (a === false || b === false ? false : a && b)
export const either = (a: State, b: State): State => (a === true || b === true ? true : a === false ? b : a)
export const not = (a: State): State => (a === undefined ? undefined : !a)

export const is = <T>(said: T | undefined, value: T): State => (said === undefined ? undefined : said === value)
export const same = <T>(one: T | undefined, other: T | undefined): State =>
  one === undefined || other === undefined ? undefined : one === other
export const among = <T>(said: T | undefined, values: readonly T[]): State =>
  said === undefined ? undefined : values.includes(said)
export const hasOne = (said: readonly string[] | undefined, values: readonly string[]): State =>
  said === undefined ? undefined : said.some(one => values.includes(one))

/** Of numbers, and of days as texts. */
export const atLeast = <T extends number | string>(value: T | undefined, than: T | undefined): State =>
  value === undefined || than === undefined ? undefined : value >= than
export const below = <T extends number | string>(value: T | undefined, than: T | undefined): State =>
  value === undefined || than === undefined ? undefined : value < than

export const tri = (state: State): Tri => (state === undefined ? 'unknown' : state ? 'yes' : 'no')
export const reason = (condition: string, state: State): Reason => ({ condition, state: tri(state) })

/** Yes if all are; no if one is. */
export function allOf(reasons: readonly Reason[]): State {
  let met: State = true
  for (const { state } of reasons) {
    if (state === 'no') return false
    if (state === 'unknown') met = undefined
  }
  return met
}
