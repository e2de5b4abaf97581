import { checkCriteria, isOperatorObject, matcher } from './criteria'
import { refused } from './errors'
import { placeOf } from './field-path'
import { compareValues, sameValue } from './keys'
import { checkStorable } from './storable'
import { copy, isDoc, type Doc, type Value } from './values'

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

export function applyPush(doc: Doc, path: string, operand: Value): void {
  const push = readPush(path, operand)
  const place = placeOf(doc, path, true)
  const array = arrayAt(place?.get(), '$push', path) ?? []
  const at = push.position === undefined ? array.length : push.position
  array.splice(at < 0 ? Math.max(0, array.length + at) : at, 0, ...push.each.map(copy))
  if (push.sort !== undefined) array.sort(push.sort)
  if (push.slice !== undefined) {
    const kept = push.slice >= 0 ? array.slice(0, push.slice) : array.slice(push.slice)
    array.splice(0, array.length, ...kept)
  }
  place?.set(array)
}

interface Push {
  each: Value[]
  position?: number
  slice?: number
  sort?: (a: Value, b: Value) => number
}

function readPush(path: string, operand: Value): Push {
  if (!isOperatorObject(operand)) {
    checkStorable(operand, path)
    return { each: [operand] }
  }
  const unknown = Object.keys(operand).find(key => !PUSH_MODIFIERS.has(key))
  if (unknown !== undefined) throw refused(`unrecognized clause in $push: ${unknown}`)
  const { $each, $position, $slice, $sort } = operand
  if (!Array.isArray($each)) throw refused(`the argument to $each in $push on '${path}' must be an array`)
  checkStorable($each, path)
  const push: Push = { each: $each }
  if ($position !== undefined) push.position = integer($position, '$position', path)
  if ($slice !== undefined) push.slice = integer($slice, '$slice', path)
  if ($sort !== undefined) push.sort = comparison($sort, path)
  return push
}

function integer(value: Value, what: string, path: string): number {
  if (!Number.isSafeInteger(value)) throw refused(`${what} in $push on '${path}' must be an integer`)
  return value as number
}

function comparison(sort: Value, path: string): (a: Value, b: Value) => number {
  if (sort === 1 || sort === -1) return (a, b) => compareValues(a, b) * sort
  if (!isDoc(sort) || Object.keys(sort).length === 0 || Object.values(sort).some(each => each !== 1 && each !== -1)) {
    throw refused(`$sort in $push on '${path}' takes 1, -1 or fields with 1 or -1`)
  }
  const keys = Object.entries(sort)
  return (a, b) => {
    for (const [field, direction] of keys) {
      const order = compareValues(fieldOf(a, field), fieldOf(b, field)) * (direction as number)
      if (order !== 0) return order
    }
    return 0
  }
}

function fieldOf(value: Value, path: string): Value | undefined {
  let current: Value | undefined = value
  for (const part of path.split('.')) current = isDoc(current) ? current[part] : undefined
  return current
}

export function applyAddToSet(doc: Doc, path: string, operand: Value): void {
  const additions = readAdditions(path, operand)
  checkStorable(additions, path)
  const place = placeOf(doc, path, true)
  const array = arrayAt(place?.get(), '$addToSet', path) ?? []
  for (const each of additions) if (!array.some(present => sameValue(present, each))) array.push(copy(each))
  place?.set(array)
}

/** WeChat documents `addToSet({ each: [...] })`, MongoDB `$each`; the SDK passes on what it was given. */
function readAdditions(path: string, operand: Value): Value[] {
  if (!isDoc(operand)) return [operand]
  const keys = Object.keys(operand)
  const name = keys[0]
  if (keys.length === 1 && (name === '$each' || name === 'each')) {
    const each = operand[name]
    if (Array.isArray(each)) return each
    if (name === '$each') throw refused(`the argument to $each in $addToSet on '${path}' must be an array`)
  }
  if (keys.some(key => key.startsWith('$'))) throw refused(`unrecognized clause in $addToSet on '${path}'`)
  return [operand]
}

export function applyPull(doc: Doc, path: string, operand: Value): void {
  const matches = pullCondition(operand)
  removeFrom(doc, path, '$pull', matches)
}

function pullCondition(operand: Value): (element: Value) => boolean {
  if (operand instanceof RegExp) return element => typeof element === 'string' && operand.test(element)
  if (isOperatorObject(operand)) {
    const criteria: Doc = { element: operand }
    checkCriteria(criteria)
    const test = matcher(criteria)
    return element => test({ element })
  }
  if (isDoc(operand)) {
    checkCriteria(operand)
    const test = matcher(operand)
    return element => isDoc(element) && test(element)
  }
  return element => sameValue(element, operand)
}

export function applyPullAll(doc: Doc, path: string, operand: Value): void {
  if (!Array.isArray(operand)) throw refused(`$pullAll on '${path}' requires an array argument`)
  removeFrom(doc, path, '$pullAll', element => operand.some(each => sameValue(each, element)))
}

export function applyPop(doc: Doc, path: string, operand: Value): void {
  if (operand !== 1 && operand !== -1) throw refused(`$pop on '${path}' expects 1 or -1`)
  const place = placeOf(doc, path, false)
  const array = arrayAt(place?.get(), '$pop', path)
  if (operand === 1) array?.pop()
  else array?.shift()
}

function removeFrom(doc: Doc, path: string, operator: string, matches: (element: Value) => boolean): void {
  const place = placeOf(doc, path, false)
  const array = arrayAt(place?.get(), operator, path)
  if (array !== undefined) place?.set(array.filter(element => !matches(element)))
}

function arrayAt(value: Value | undefined, operator: string, path: string): Value[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw refused(`${operator} requires an array at '${path}', found another type`)
  return value
}
