import { applyAddToSet, applyPop, applyPull, applyPullAll, applyPush } from './update-arrays'
import { badOperator, refused } from './errors'
import { placeOf, refuseConflicts, updatePath } from './field-path'
import { compareValues, sameValue } from './keys'
import { checkStorable } from './storable'
import { copy, isDoc, type Doc, type Value } from './values'

type Operator = (doc: Doc, path: string, operand: Value, now: number) => void

const OPERATORS: Record<string, Operator> = {
  $set: (doc, path, operand) => {
    checkStorable(operand, path)
    placeOf(doc, path, true)?.set(copy(operand))
  },
  $unset: (doc, path) => placeOf(doc, path, false)?.unset(),
  $inc: (doc, path, operand) => applyArithmetic('$inc', doc, path, operand),
  $mul: (doc, path, operand) => applyArithmetic('$mul', doc, path, operand),
  $min: (doc, path, operand) => applyExtreme(doc, path, operand, -1),
  $max: (doc, path, operand) => applyExtreme(doc, path, operand, 1),
  $rename: applyRename,
  $currentDate: (doc, path, operand, now) => {
    const wantsDate = operand === true || (isDoc(operand) && operand.$type === 'date')
    if (!wantsDate) throw refused(`$currentDate on '${path}' takes true or { $type: "date" }`)
    placeOf(doc, path, true)?.set(new Date(now))
  },
  $bit: applyBit,
  // Only an upsert that inserts applies it, and updates with operators never insert here.
  $setOnInsert: (_doc, path, operand) => {
    updatePath(path)
    checkStorable(operand, path)
  },
  $push: applyPush,
  $pull: applyPull,
  $pullAll: applyPullAll,
  $pop: applyPop,
  $addToSet: applyAddToSet,
}

/**
 * Applies an update of operators to a copy of a document.
 * @param now the cloud's time in ms
 * @throws DatabaseError for whatever MongoDB refuses, before anything is changed
 */
export function updated(doc: Doc, update: Doc, now: number): Doc {
  const result = copy(doc)
  for (const [operator, changes] of Object.entries(checkedUpdate(update))) {
    for (const [path, operand] of Object.entries(changes)) (OPERATORS[operator] as Operator)(result, path, operand, now)
  }
  return result
}

/** Checks the shape of an update independently of any document. */
export function checkedUpdate(update: Doc): Record<string, Doc> {
  const checked: Record<string, Doc> = {}
  const paths: string[] = []
  for (const [operator, changes] of Object.entries(update)) {
    if (!operator.startsWith('$')) throw refused(`an update holds operators only, but found the field '${operator}'`)
    if (!Object.hasOwn(OPERATORS, operator)) throw badOperator(`unknown or unsupported update operator: ${operator}`)
    if (!isDoc(changes)) throw refused(`${operator} needs an object of fields`)
    checked[operator] = changes
    for (const [path, operand] of Object.entries(changes)) {
      updatePath(path)
      paths.push(path)
      if (operator === '$rename' && typeof operand === 'string') paths.push(operand)
    }
  }
  if (paths.length === 0) throw refused('the update changes nothing')
  refuseConflicts(paths)
  return checked
}

function applyArithmetic(operator: '$inc' | '$mul', doc: Doc, path: string, operand: Value): void {
  if (typeof operand !== 'number') throw refused(`Cannot apply ${operator} with a non-numeric argument to '${path}'`)
  const place = placeOf(doc, path, true)
  const current = place?.get()
  if (current !== undefined && typeof current !== 'number') {
    throw refused(`Cannot apply ${operator} to a value of non-numeric type at '${path}'`)
  }
  if (operator === '$inc') place?.set((current ?? 0) + operand)
  else place?.set(current === undefined ? 0 : current * operand)
}

function applyExtreme(doc: Doc, path: string, operand: Value, sign: 1 | -1): void {
  checkStorable(operand, path)
  const place = placeOf(doc, path, true)
  const current = place?.get()
  if (current === undefined || compareValues(operand, current) * sign > 0) place?.set(copy(operand))
}

function applyRename(doc: Doc, from: string, to: Value): void {
  if (typeof to !== 'string') throw refused(`$rename of '${from}' needs a field name`)
  for (const path of [from, to]) refuseArrayOnTheWay(doc, path)
  const source = placeOf(doc, from, false)
  const value = source?.get()
  if (source === undefined || value === undefined) return
  source.unset()
  placeOf(doc, to, true)?.set(value)
}

function refuseArrayOnTheWay(doc: Doc, path: string): void {
  let value: Value | undefined = doc
  for (const part of updatePath(path)) {
    if (Array.isArray(value)) throw refused(`$rename cannot go through an array: '${path}'`)
    value = isDoc(value) && Object.hasOwn(value, part) ? value[part] : undefined
  }
}

const BITWISE: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function applyBit(doc: Doc, path: string, operand: Value): void {
  const entries = isDoc(operand) ? Object.entries(operand) : []
  if (entries.length === 0) throw refused(`$bit on '${path}' takes { and | or | xor: integer }`)
  const place = placeOf(doc, path, true)
  let current = place?.get() ?? 0
  for (const [name, bits] of entries) {
    const operation = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined
    if (operation === undefined || !Number.isInteger(bits))
      throw refused(`$bit on '${path}' takes { and | or | xor: integer }`)
    if (!Number.isInteger(current)) throw refused(`Cannot apply $bit to a value of non-integral type at '${path}'`)
    current = operation(current as number, bits as number)
  }
  place?.set(current)
}

/** Whether an update left the document as it was: such a document does not count as updated. */
export const unchanged = (before: Doc, after: Doc): boolean => sameValue(before, after)
