import { calculateObjectSize } from 'bson'
import { refused } from './errors'
import { isDoc, type Doc, type Value } from './values'

/** The safe bound for one document in WeChat Cloud, in bytes of BSON. */
export const MAX_DOCUMENT_BYTES = 512 * 1024
const MAX_DEPTH = 100

/**
 * Refuses field names MongoDB does not store: starting with `$`, with a dot, empty or with NUL.
 * @param where the path of the value, for the message
 */
export function checkStorable(value: Value, where: string, depth = 0): void {
  if (depth > MAX_DEPTH) throw refused(`'${where}' is nested deeper than ${MAX_DEPTH} levels`)
  if (Array.isArray(value)) {
    for (const each of value) checkStorable(each, where, depth + 1)
  } else if (isDoc(value)) {
    for (const [name, each] of Object.entries(value)) {
      if (name === '' || name === '__proto__') throw refused(`a field name under '${where}' is empty or not allowed`)
      if (name.startsWith('$')) throw refused(`the dollar ($) prefixed field '${name}' under '${where}' is not allowed`)
      if (name.includes('.')) throw refused(`the dotted field '${name}' under '${where}' is not allowed`)
      if (name.includes('\0')) throw refused(`a field name under '${where}' contains a NUL`)
      checkStorable(each, where, depth + 1)
    }
  }
}

/** Refuses a whole document that is too large or whose `_id` cannot be one. */
export function checkDocument(doc: Doc): void {
  const id = doc._id
  if (id === null || id === undefined || Array.isArray(id) || id instanceof RegExp || isDoc(id)) {
    throw refused('an _id is a string, a number or an ObjectId')
  }
  const size = calculateObjectSize(doc)
  if (size > MAX_DOCUMENT_BYTES) throw refused(`the document has ${size} bytes; ${MAX_DOCUMENT_BYTES} are the limit`)
}
