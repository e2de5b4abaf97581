import type { IndexDeclaration } from '../declaration'
import { refused } from './errors'
import { EMPTY_ARRAY_KEY, inverted, keyOf } from './keys'
import { isDoc, type Doc, type Value } from './values'

export interface IndexEntries {
  keys: Buffer[]
  /** True when a field held an array, so one document may stand under several keys. */
  multikey: boolean
}

/**
 * The keys under which a document stands in an index. A missing field counts as null, as in MongoDB.
 * @throws DatabaseError when two fields of one compound index hold arrays
 */
export function entriesOf(doc: Doc, index: IndexDeclaration): IndexEntries {
  let joined: Buffer[] = [Buffer.alloc(0)]
  let arrayField: string | undefined
  for (const { field, direction } of index.keys) {
    const component = componentOf(doc, field)
    if (component.multikey) {
      if (arrayField !== undefined) {
        throw refused(`cannot index parallel arrays [${field}] [${arrayField}] in index ${index.name}`)
      }
      arrayField = field
    }
    const directed = direction === -1 ? component.keys.map(inverted) : component.keys
    joined = joined.flatMap(prefix => directed.map(key => Buffer.concat([prefix, key])))
  }
  return { keys: joined, multikey: arrayField !== undefined }
}

function componentOf(doc: Doc, path: string): IndexEntries {
  const found = new Map<string, Buffer>()
  const add = (key: Buffer): void => void found.set(key.toString('latin1'), key)
  const multikey = collect(doc, path.split('.'), 0, add)
  if (found.size === 0) add(keyOf(null))
  return { keys: [...found.values()], multikey }
}

function collect(value: Value | undefined, parts: readonly string[], at: number, add: (key: Buffer) => void): boolean {
  if (Array.isArray(value)) return collectFromArray(value, parts, at, add)
  if (at === parts.length) {
    add(keyOf(value))
    return false
  }
  if (!isDoc(value)) {
    add(keyOf(null))
    return false
  }
  return collect(value[parts[at] as string], parts, at + 1, add)
}

function collectFromArray(array: Value[], parts: readonly string[], at: number, add: (key: Buffer) => void): boolean {
  if (at === parts.length) {
    if (array.length === 0) add(EMPTY_ARRAY_KEY)
    // Only one level is opened: an array within an array is a value of its own.
    for (const each of array) add(keyOf(each))
    return true
  }
  for (const each of array) if (isDoc(each)) collect(each, parts, at, add)
  const position = /^\d+$/.test(parts[at] as string) ? array[Number(parts[at])] : undefined
  if (position !== undefined) collect(position, parts, at + 1, add)
  return true
}
