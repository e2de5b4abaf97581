import fc from 'fast-check'
import { ObjectId } from 'bson'
import { fromWire, toWire, type Value } from './values'

const NOW = 1_000_000

const any: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double(),
    fc.string(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z_]{1,6}$/), tie('value'), { maxKeys: 3 }) as fc.Arbitrary<Value>,
  ),
})).value

test('every value survives the way over the wire', () => {
  fc.assert(
    fc.property(any, value => expect(fromWire(toWire(value), NOW)).toEqual(value)),
    { numRuns: 500 },
  )
})

test('ids, patterns and server dates are understood', () => {
  const id = new ObjectId('65f000000000000000000000')
  expect(fromWire('{"$oid":"65f000000000000000000000"}', NOW)).toEqual(id)
  expect(fromWire('{"$regularExpression":{"pattern":"^a","options":"i"}}', NOW)).toEqual(/^a/i)
  expect(fromWire('{"$tcb_server_date":{"offset":{"$numberInt":"500"}}}', NOW)).toEqual(new Date(NOW + 500))
})

test.each([
  ['{"$numberLong":"9007199254740993"}', 'beyond 2^53'],
  ['{"$numberDecimal":"1"}', '$numberDecimal'],
  ['{"$numberInt":"x"}', 'malformed'],
  ['{"$regularExpression":{"pattern":"(","options":""}}', 'compiled'],
  ['not json', 'EJSON'],
])('%s is refused instead of being damaged', (text, reason) => {
  expect(() => fromWire(text, NOW)).toThrow(reason)
})

test('a field named __proto__ stays a field and reaches no prototype', () => {
  const value = fromWire('{"__proto__":{"polluted":true}}', NOW)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(Object.keys(value as object)).toEqual(['__proto__'])
})
