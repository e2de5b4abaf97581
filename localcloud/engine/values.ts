import { ObjectId } from 'bson'
import { refused } from './errors'

/** What a document may hold. Numbers are JavaScript numbers: the SDK sends nothing else. */
export type Value = null | boolean | number | string | Date | ObjectId | RegExp | Value[] | Doc
export interface Doc {
  [field: string]: Value
}

export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire }

const INT32 = 2 ** 31

/** True for a document or a sub-document, false for arrays, dates, ids and scalars. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * Canonical EJSON text, as the SDK sends it, to values.
 * @param now the cloud's time in ms since the epoch, for server dates
 * @throws DatabaseError for types that the engine does not hold exactly (64-bit integers beyond 2^53, decimals, binaries …)
 */
export function fromWire(text: string, now: number): Value {
  let parsed: Wire
  try {
    parsed = JSON.parse(text) as Wire
  } catch {
    throw refused('the request holds no valid EJSON')
  }
  return decode(parsed, now)
}

/** As {@link fromWire}, where only an object is acceptable (queries, updates, documents). */
export function docFromWire(text: string, now: number): Doc {
  const value = fromWire(text, now)
  if (!isDoc(value)) throw refused('an object was expected')
  return value
}

export function decode(wire: Wire, now: number): Value {
  if (wire === null || typeof wire !== 'object') return wire
  if (Array.isArray(wire)) return wire.map(each => decode(each, now))
  const keys = Object.keys(wire)
  const first = keys[0]
  if (first !== undefined && first.startsWith('$')) {
    const special = decodeSpecial(first, keys.length, wire, now)
    if (special !== undefined) return special
  }
  const doc: Doc = {}
  for (const key of keys) put(doc, key, decode(wire[key] as Wire, now))
  return doc
}

/** Assigning `__proto__` by index would change the prototype instead of adding a field. */
function put(doc: Doc, key: string, value: Value): void {
  if (key === '__proto__')
    Object.defineProperty(doc, key, { value, enumerable: true, writable: true, configurable: true })
  else doc[key] = value
}

function decodeSpecial(key: string, keyCount: number, wire: { [key: string]: Wire }, now: number): Value | undefined {
  const inner = wire[key]
  if (keyCount !== 1) return undefined
  switch (key) {
    case '$numberInt':
    case '$numberDouble':
      return decodeNumber(inner)
    case '$numberLong': {
      const value = decodeNumber(inner)
      if (!Number.isSafeInteger(value))
        throw refused('an integer beyond 2^53 cannot be held exactly; store it as a string')
      return value
    }
    case '$date': {
      const ms = typeof inner === 'string' ? Date.parse(inner) : decode(inner as Wire, now)
      const date = new Date(typeof ms === 'number' ? ms : Number.NaN)
      if (Number.isNaN(date.getTime())) throw refused('$date is no valid date')
      return date
    }
    case '$oid':
      if (typeof inner !== 'string' || !ObjectId.isValid(inner)) throw refused('$oid is no valid ObjectId')
      return new ObjectId(inner)
    case '$regularExpression':
      return decodeRegExp(inner)
    case '$tcb_server_date': {
      const offset =
        inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? decode(inner.offset ?? 0, now) : 0
      return new Date(now + (typeof offset === 'number' ? offset : 0))
    }
    case '$undefined':
      return null
    case '$numberDecimal':
    case '$binary':
    case '$timestamp':
    case '$code':
    case '$symbol':
    case '$minKey':
    case '$maxKey':
    case '$dbPointer':
      throw refused(`values of type ${key} are not held here`)
    default:
      return undefined
  }
}

function decodeNumber(inner: Wire | undefined): number {
  if (inner === 'NaN') return Number.NaN
  const value = typeof inner === 'string' ? Number(inner) : Number.NaN
  if (typeof inner !== 'string' || inner.trim() === '' || Number.isNaN(value)) throw refused('a number was malformed')
  return value
}

function decodeRegExp(inner: Wire | undefined): RegExp {
  if (inner === null || typeof inner !== 'object' || Array.isArray(inner))
    throw refused('a regular expression was malformed')
  const { pattern, options } = inner
  if (typeof pattern !== 'string' || typeof options !== 'string') throw refused('a regular expression was malformed')
  if (/[^imsuxg]/.test(options)) throw refused(`unknown regular expression options: ${options}`)
  try {
    return new RegExp(pattern, options.replace(/[xg]/g, ''))
  } catch {
    throw refused('a regular expression cannot be compiled')
  }
}

/** Values to canonical EJSON text. */
export function toWire(value: Value | undefined): string {
  return JSON.stringify(encode(value))
}

export function encode(value: Value | undefined): Wire {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'string')
    return value ?? null
  if (typeof value === 'number') return encodeNumber(value)
  if (Array.isArray(value)) return value.map(encode)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof ObjectId) return { $oid: value.toHexString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  const wire: { [key: string]: Wire } = {}
  for (const [key, each] of Object.entries(value)) wire[key] = encode(each)
  return wire
}

function encodeNumber(value: number): Wire {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -INT32 && value < INT32) return { $numberInt: String(value) }
    if (Number.isSafeInteger(value)) return { $numberLong: String(value) }
  }
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' }
  return { $numberDouble: String(value) }
}

/** A deep copy, so that an update works on its own document. */
export function copy<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isDoc(value)) return value
  const doc: Doc = {}
  for (const [key, each] of Object.entries(value)) doc[key] = copy(each)
  return doc as T
}
