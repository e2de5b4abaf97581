import { ObjectId } from 'bson'
import { isDoc, type Value } from './values'

/**
 * Order-preserving bytes: comparing two keys byte by byte gives MongoDB's order of the two values
 * (null < numbers < strings < objects < arrays < ObjectId < booleans < dates < regular expressions).
 * No key is a prefix of another, so keys of several fields can be joined, and inverting the bytes inverts the order.
 */
export const RANK = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  objectId: 0x70,
  boolean: 0x80,
  date: 0x90,
  regExp: 0xb0,
} as const

/** Where an array has no elements, its index entry stands before null. */
export const EMPTY_ARRAY_KEY = Buffer.from([RANK.emptyArray])

export function keyOf(value: Value | undefined): Buffer {
  const parts: Buffer[] = []
  write(value ?? null, parts)
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}

/** The rank byte of a value: range conditions compare only values of one type. */
export const rankOf = (value: Value): number => keyOf(value)[0] as number

export function inverted(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length)
  for (let at = 0; at < key.length; at += 1) result[at] = ~(key[at] as number) & 0xff
  return result
}

/** The first key after all keys that start with this prefix, or undefined when there is none. */
export function afterPrefix(prefix: Buffer): Buffer | undefined {
  for (let at = prefix.length - 1; at >= 0; at -= 1) {
    if (prefix[at] !== 0xff) {
      const next = Buffer.from(prefix.subarray(0, at + 1))
      next[at] = (next[at] as number) + 1
      return next
    }
  }
  return undefined
}

/** MongoDB's order of two values. */
export const compareValues = (a: Value | undefined, b: Value | undefined): number => Buffer.compare(keyOf(a), keyOf(b))

/** Equality as MongoDB has it: exact, including the order of fields. */
export const sameValue = (a: Value | undefined, b: Value | undefined): boolean => keyOf(a).equals(keyOf(b))

function write(value: Value, parts: Buffer[]): void {
  if (value === null) parts.push(Buffer.from([RANK.null]))
  else if (typeof value === 'number') parts.push(numberKey(value))
  else if (typeof value === 'string') parts.push(textKey(RANK.string, value))
  else if (typeof value === 'boolean') parts.push(Buffer.from([RANK.boolean, value ? 1 : 0]))
  else if (value instanceof Date) parts.push(dateKey(value))
  else if (value instanceof ObjectId) parts.push(Buffer.concat([Buffer.from([RANK.objectId]), value.id]))
  else if (value instanceof RegExp) parts.push(textKey(RANK.regExp, `${value.source}\0${value.flags}`))
  else if (Array.isArray(value)) {
    parts.push(Buffer.from([RANK.array]))
    for (const each of value) {
      parts.push(Buffer.from([1]))
      write(each, parts)
    }
    parts.push(Buffer.from([0]))
  } else if (isDoc(value)) {
    parts.push(Buffer.from([RANK.object]))
    for (const [name, each] of Object.entries(value)) {
      const inner = keyOf(each)
      parts.push(Buffer.from([1, inner[0] as number]), textKey(RANK.string, name), inner)
    }
    parts.push(Buffer.from([0]))
  } else throw new TypeError('a value of an unknown type has no place in an index')
}

function numberKey(value: number): Buffer {
  const key = Buffer.alloc(9)
  key[0] = RANK.number
  // MongoDB puts NaN before all numbers; eight zero bytes are smaller than any encoded number.
  if (Number.isNaN(value)) return key
  key.writeDoubleBE(value === 0 ? 0 : value, 1)
  if (((key[1] as number) & 0x80) === 0) key[1] = (key[1] as number) | 0x80
  else for (let at = 1; at < 9; at += 1) key[at] = ~(key[at] as number) & 0xff
  return key
}

function dateKey(value: Date): Buffer {
  const key = Buffer.alloc(9)
  key[0] = RANK.date
  key.writeBigInt64BE(BigInt(value.getTime()), 1)
  key[1] = (key[1] as number) ^ 0x80
  return key
}

/** UTF-8 ended by 00 00; a zero byte inside becomes 00 FF, which keeps the order and the end unmistakable. */
function textKey(rank: number, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const escaped = bytes.includes(0) ? Buffer.from([...bytes].flatMap(byte => (byte === 0 ? [0, 0xff] : [byte]))) : bytes
  const key = Buffer.allocUnsafe(escaped.length + 3)
  key[0] = rank
  escaped.copy(key, 1)
  key[key.length - 2] = 0
  key[key.length - 1] = 0
  return key
}
