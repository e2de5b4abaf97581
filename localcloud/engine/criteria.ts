import { Query } from 'mingo'
import { badOperator, refused } from './errors'
import { refuseScripts } from './scripts'
import { isDoc, type Doc, type Value } from './values'

const LOGICAL = new Set(['$and', '$or', '$nor'])
const FIELD_OPERATORS = new Set([
  '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$not', '$exists', '$type', '$size', '$mod', '$all', '$elemMatch', '$regex', '$options',
]) // prettier-ignore

/**
 * Refuses what MongoDB refuses in a query, and by name what this engine does not have.
 * @throws DatabaseError
 */
export function checkCriteria(criteria: Doc): void {
  for (const [key, value] of Object.entries(criteria)) {
    if (LOGICAL.has(key)) {
      if (!Array.isArray(value) || value.length === 0) throw refused(`${key} must be a nonempty array`)
      for (const each of value) {
        if (!isDoc(each)) throw refused(`${key} must hold objects`)
        checkCriteria(each)
      }
    } else if (key === '$expr') {
      refuseScripts(value)
    } else if (key.startsWith('$')) {
      throw badOperator(`unknown or unsupported operator at the top of a query: ${key}`)
    } else checkCondition(key, value)
  }
}

/** True for `{ $gt: 1 }`, false for the plain object `{ a: 1 }`; a mixture is an error in MongoDB too. */
export function isOperatorObject(value: unknown): value is Doc {
  if (!isDoc(value)) return false
  const keys = Object.keys(value)
  const operators = keys.filter(key => key.startsWith('$'))
  if (operators.length > 0 && operators.length !== keys.length) {
    throw badOperator(`operators and fields are mixed in one condition: ${keys.join(', ')}`)
  }
  return operators.length > 0
}

function checkCondition(field: string, condition: Value | undefined): void {
  if (!isOperatorObject(condition)) return
  for (const [operator, operand] of Object.entries(condition)) {
    if (!FIELD_OPERATORS.has(operator)) throw badOperator(`unknown or unsupported operator on ${field}: ${operator}`)
    if ((operator === '$in' || operator === '$nin' || operator === '$all') && !Array.isArray(operand)) {
      throw refused(`${operator} on ${field} needs an array`)
    }
    if (operator === '$not') {
      if (!isOperatorObject(operand) && !(operand instanceof RegExp))
        throw refused(`$not on ${field} needs operators or a regular expression`)
      checkCondition(field, operand)
    }
    if (operator === '$elemMatch') {
      if (!isDoc(operand)) throw refused(`$elemMatch on ${field} needs an object`)
      if (isOperatorObject(operand) && !Object.keys(operand).some(key => LOGICAL.has(key)))
        checkCondition(field, operand)
      else checkCriteria(operand)
    }
  }
}

/** A test for documents; the criteria have been checked before. */
export function matcher(criteria: Doc): (doc: Doc) => boolean {
  if (Object.keys(criteria).length === 0) return () => true
  try {
    const query = new Query(criteria, { scriptEnabled: false })
    return doc => query.test(doc)
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'the query cannot be used')
  }
}
