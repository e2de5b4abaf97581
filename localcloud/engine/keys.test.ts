import fc from 'fast-check'
import { ObjectId } from 'bson'
import { afterPrefix, compareValues, inverted, keyOf, sameValue } from './keys'
import type { Value } from './values'

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
  fc.constant(new ObjectId('65f000000000000000000001')),
)

const codepoints = (text: string): number[] => [...text].map(each => each.codePointAt(0) as number)

test('numbers keep their order as keys', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      expect(Math.sign(compareValues(a, b))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
})

test('strings keep the order of their code points, also with zero characters inside', () => {
  const text = fc.array(fc.constantFrom('\0', '\u0001', 'a', 'b', 'ÿ', '中', '😀')).map(each => each.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [codepoints(a), codepoints(b)]
      const at = x.findIndex((each, index) => each !== y[index])
      const expected = at === -1 ? x.length - y.length : y[at] === undefined ? 1 : (x[at] as number) - (y[at] as number)
      expect(Math.sign(compareValues(a, b))).toBe(Math.sign(expected))
    }),
  )
})

test('types stand in the order MongoDB gives them', () => {
  const ascending: Value[] = [
    null,
    Number.NaN,
    -1,
    0,
    7.5,
    '',
    'a',
    {},
    { a: 1 },
    [],
    new ObjectId(),
    false,
    true,
    new Date(0),
    /a/,
  ]
  const shuffled = [...ascending].reverse().sort(compareValues)
  expect(shuffled).toEqual(ascending)
})

test('no key is a prefix of another, so joined keys compare field by field, and inverting turns the order round', () => {
  fc.assert(
    fc.property(scalar, scalar, scalar, (a, b, rest) => {
      const [x, y] = [keyOf(a), keyOf(b)]
      fc.pre(!x.equals(y))
      const order = Buffer.compare(x, y)
      expect(Buffer.compare(Buffer.concat([x, keyOf(rest)]), y)).toBe(order)
      expect(Buffer.compare(Buffer.concat([inverted(x), keyOf(rest)]), inverted(y))).toBe(-order)
    }),
  )
})

test('the end of a prefix lies after every key that starts with it and before all others', () => {
  expect(afterPrefix(Buffer.from([1, 0xff, 0xff]))).toEqual(Buffer.from([2]))
  expect(afterPrefix(Buffer.from([0xff]))).toBeUndefined()
})

test('minus zero equals zero, and 1 equals 1.0', () => {
  expect(sameValue(0, -0)).toBe(true)
  expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false)
})
