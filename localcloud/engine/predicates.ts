import { isOperatorObject } from './criteria'
import { isDoc, type Doc, type Value } from './values'

export interface Bound {
  value: Value
  inclusive: boolean
}

/** What a query demands of one field, as far as an index can use it. */
export interface Predicate {
  /** Every matching document has one of these values (or an array holding one of them). */
  oneOf?: Value[]
  lower?: Bound
  upper?: Bound
}

export type Predicates = Map<string, Predicate>

/**
 * Conditions that every matching document fulfils, by field. Leaving one out is always safe: candidates are matched in full
 * afterwards. Objects and arrays as operands are left out, because their equality in an index differs from a match's.
 */
export function predicatesOf(criteria: Doc): Predicates {
  const predicates: Predicates = new Map()
  gather(criteria, '', predicates)
  return predicates
}

function gather(criteria: Doc, prefix: string, into: Predicates): void {
  for (const [key, condition] of Object.entries(criteria)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const each of condition) if (isDoc(each)) gather(each, prefix, into)
    } else if (!key.startsWith('$')) gatherField(prefix + key, condition, into)
  }
}

function gatherField(field: string, condition: Value, into: Predicates): void {
  if (!isOperatorObject(condition)) {
    if (isComparable(condition)) demandOneOf(field, [condition], into)
    return
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$elemMatch') {
      if (isDoc(operand) && !isOperatorObject(operand)) gather(operand, `${field}.`, into)
    } else if (operator === '$all') {
      const first = Array.isArray(operand) ? operand[0] : undefined
      if (first !== undefined && isComparable(first)) demandOneOf(field, [first], into)
    } else if (operator === '$in') {
      if (Array.isArray(operand) && operand.every(isComparable)) demandOneOf(field, operand, into)
    } else if (operator === '$eq') {
      if (isComparable(operand)) demandOneOf(field, [operand], into)
    } else gatherBound(field, operator, operand, into)
  }
}

function gatherBound(field: string, operator: string, operand: Value, into: Predicates): void {
  // null compares with missing fields in ways an index range does not show.
  if (operand === null || !isComparable(operand) || Number.isNaN(operand)) return
  const predicate = into.get(field) ?? {}
  if (operator === '$gt' || operator === '$gte') predicate.lower ??= { value: operand, inclusive: operator === '$gte' }
  else if (operator === '$lt' || operator === '$lte')
    predicate.upper ??= { value: operand, inclusive: operator === '$lte' }
  else return
  into.set(field, predicate)
}

function demandOneOf(field: string, values: Value[], into: Predicates): void {
  const predicate = into.get(field) ?? {}
  if (predicate.oneOf === undefined || values.length < predicate.oneOf.length) predicate.oneOf = values
  into.set(field, predicate)
}

const isComparable = (value: Value): boolean => !Array.isArray(value) && !isDoc(value) && !(value instanceof RegExp)
