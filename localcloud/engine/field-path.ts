import { refused } from './errors'
import { isDoc, toWire, type Doc, type Value } from './values'

/** MongoDB fills a gap in an array with nulls; a gap wider than this is a mistake of the caller. */
const WIDEST_GAP = 10_000

/**
 * Splits the path of an update and refuses what MongoDB refuses: empty parts, operators as names, NUL, `_id`,
 * and by name the positional operators, which this engine does not have.
 */
export function updatePath(path: string): string[] {
  const parts = path.split('.')
  for (const part of parts) {
    if (part === '') throw refused(`the update path '${path}' contains an empty field name, which is not allowed`)
    if (part.includes('\0')) throw refused('a field name must not contain a NUL')
    if (part === '$' || part.startsWith('$[')) throw refused(`positional operators are not supported: '${path}'`)
    if (part.startsWith('$')) throw refused(`the dollar ($) prefixed field '${part}' in '${path}' is not allowed`)
    if (part === '__proto__') throw refused(`the field name '${part}' is not allowed`)
  }
  if (parts[0] === '_id') throw refused(`performing an update on the path '_id' would modify the immutable field '_id'`)
  return parts
}

/** Refuses two changes of one update of which one path is the other or lies within it. */
export function refuseConflicts(paths: readonly string[]): void {
  const seen = new Set<string>()
  for (const path of [...paths].sort()) {
    const parts = path.split('.')
    for (let length = 1; length <= parts.length; length += 1) {
      const prefix = parts.slice(0, length).join('.')
      if (seen.has(prefix)) throw refused(`updating the path '${path}' would create a conflict at '${prefix}'`)
    }
    seen.add(path)
  }
}

/** The place a path leads to: the containing document or array, and the last step. */
export interface Place {
  get(): Value | undefined
  set(value: Value): void
  unset(): void
}

/**
 * Walks to the place of a path, creating documents on the way when `create` is set.
 * @returns undefined when the place does not exist and is not to be created
 * @throws DatabaseError where the way leads through a scalar, or through an array by a name
 */
export function placeOf(doc: Doc, path: string, create: boolean): Place | undefined {
  const parts = updatePath(path)
  let container: Doc | Value[] = doc
  for (const [at, part] of parts.slice(0, -1).entries()) {
    let next: Value | undefined = stepInto(container, part)
    if (next === undefined) {
      if (!create) return undefined
      next = {}
      assign(container, part, next, path)
    }
    if (!isDoc(next) && !Array.isArray(next)) {
      if (!create) return undefined
      throw refused(`Cannot create field '${parts[at + 1]}' in element {${part}: ${toWire(next).slice(0, 40)}}`)
    }
    container = next
  }
  const last = parts[parts.length - 1] as string
  const within = container
  if (Array.isArray(within) && positionIn(last) === undefined) {
    if (!create) return undefined
    throw refused(`Cannot create field '${last}' in an array (path '${path}')`)
  }
  return {
    get: () => stepInto(within, last),
    set: value => assign(within, last, value, path),
    unset: () => remove(within, last),
  }
}

const positionIn = (part: string): number | undefined => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined)

function stepInto(container: Doc | Value[], part: string): Value | undefined {
  if (Array.isArray(container)) {
    const position = positionIn(part)
    return position === undefined ? undefined : container[position]
  }
  return Object.hasOwn(container, part) ? container[part] : undefined
}

function assign(container: Doc | Value[], part: string, value: Value, path: string): void {
  if (!Array.isArray(container)) {
    container[part] = value
    return
  }
  const position = positionIn(part)
  if (position === undefined) throw refused(`Cannot create field '${part}' in an array (path '${path}')`)
  if (position - container.length > WIDEST_GAP)
    throw refused(`the position ${part} in '${path}' is far beyond the array's end`)
  while (container.length < position) container.push(null)
  container[position] = value
}

/** In an array MongoDB leaves a null where an element was unset. */
function remove(container: Doc | Value[], part: string): void {
  if (!Array.isArray(container)) {
    delete container[part]
    return
  }
  const position = positionIn(part)
  if (position !== undefined && position < container.length) container[position] = null
}
