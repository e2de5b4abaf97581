import fc from 'fast-check'
import { DatabaseError } from './errors'
import { compareValues } from './keys'
import { updated } from './update'
import type { Doc, Value } from './values'

const NOW = Date.parse('2024-09-02T01:00:00Z')
const apply = (doc: Doc, update: Doc): Doc => updated(doc, update, NOW)

const number = fc.integer({ min: -1_000, max: 1_000 })
const value: fc.Arbitrary<Value> = fc.oneof(
  number,
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(number, { maxLength: 4 }),
)

describe('laws that hold for any value', () => {
  test('what was set is there, and setting it again changes nothing', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const once = apply({ _id: 1, a: before, keep: 1 }, { $set: { a: after } })
        expect(once).toEqual({ _id: 1, a: after, keep: 1 })
        expect(apply(once, { $set: { a: after } })).toEqual(once)
      }),
    )
  })

  test('increments add up in any grouping', () => {
    fc.assert(
      fc.property(number, number, number, (start, x, y) => {
        const apart = apply(apply({ a: start }, { $inc: { a: x } }), { $inc: { a: y } })
        expect(apart).toEqual(apply({ a: start }, { $inc: { a: x + y } }))
      }),
    )
  })

  test('pushing keeps what was there, and popping the end takes the last one back', () => {
    fc.assert(
      fc.property(fc.array(value), value, (array, each) => {
        const pushed = apply({ a: array }, { $push: { a: { $each: [each] } } })
        expect(pushed.a).toEqual([...array, each])
        expect(apply(pushed, { $pop: { a: 1 } }).a).toEqual(array)
      }),
    )
  })

  test('what was added to a set is in it once; what was pulled is gone', () => {
    fc.assert(
      fc.property(fc.array(number), number, (array, each) => {
        const added = apply(apply({ a: [...new Set(array)] }, { $addToSet: { a: each } }), { $addToSet: { a: each } })
        expect((added.a as Value[]).filter(present => present === each)).toHaveLength(1)
        expect(apply(added, { $pull: { a: each } }).a).not.toContain(each)
      }),
    )
  })

  test('$min and $max keep the smaller and the larger in the order of all types', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [least, most] = [apply({ a }, { $min: { a: b } }).a, apply({ a }, { $max: { a: b } }).a]
        expect(compareValues(least, a)).toBeLessThanOrEqual(0)
        expect(compareValues(most, b)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('a renamed field keeps its value, and renaming it back restores the document', () => {
    fc.assert(
      fc.property(value, each => {
        const there = apply({ a: each }, { $rename: { a: 'b.c' } })
        expect(there).toEqual({ b: { c: each } })
        expect(apply(there, { $rename: { 'b.c': 'a' } })).toEqual({ b: {}, a: each })
      }),
    )
  })

  test('the document given stays as it is, whatever happens', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const doc: Doc = { a, list: [1, 2] }
        const before = structuredClone(doc)
        apply(doc, { $set: { a: b }, $push: { list: 3 } })
        expect(doc).toEqual(before)
      }),
    )
  })
})

describe('ways through documents and arrays', () => {
  test.each<[string, Doc, Doc, Doc]>([
    ['missing documents on the way are made', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [
      'a position changes one element',
      { a: [{ n: 1 }, { n: 2 }] },
      { $inc: { 'a.1.n': 5 } },
      { a: [{ n: 1 }, { n: 7 }] },
    ],
    ['a gap in an array is filled with nulls', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['an unset element leaves null', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
    ['unsetting what is not there does nothing', { a: 1 }, { $unset: { 'b.c': '' } }, { a: 1 }],
    ['a product of nothing is zero', {}, { $mul: { a: 5 } }, { a: 0 }],
    [
      'push with position, order and slice',
      { a: [3] },
      { $push: { a: { $each: [1, 2], $sort: -1, $slice: 2 } } },
      { a: [3, 2] },
    ],
    ['push at the front', { a: [3] }, { $push: { a: { $each: [1, 2], $position: 0 } } }, { a: [1, 2, 3] }],
    ['the last hundred are kept', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['pull by condition', { a: [{ n: 1 }, { n: 5 }] }, { $pull: { a: { n: { $gt: 2 } } } }, { a: [{ n: 1 }] }],
    ['pull all of a list', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['shift', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['the cloud date', {}, { $currentDate: { at: true } }, { at: new Date(NOW) }],
    ['bits', { a: 5 }, { $bit: { a: { and: 4, or: 2 } } }, { a: 6 }],
  ])('%s', (_name, doc, update, expected) => {
    expect(apply(doc, update)).toEqual(expected)
  })
})

describe('what MongoDB refuses is refused', () => {
  test.each<[string, Doc, Doc]>([
    ['$inc on a string', { a: 'x' }, { $inc: { a: 1 } }],
    ['$inc on null', { a: null }, { $inc: { a: 1 } }],
    ['$inc by a string', { a: 1 }, { $inc: { a: 'x' } }],
    ['$mul on a date', { a: new Date() }, { $mul: { a: 2 } }],
    ['$push on a scalar', { a: 1 }, { $push: { a: 2 } }],
    ['$addToSet on a scalar', { a: 1 }, { $addToSet: { a: 2 } }],
    ['$pull on a scalar', { a: 1 }, { $pull: { a: 1 } }],
    ['$pop on a scalar', { a: 1 }, { $pop: { a: 1 } }],
    ['$pop by two', { a: [1] }, { $pop: { a: 2 } }],
    ['$pullAll without an array', { a: [1] }, { $pullAll: { a: 1 } }],
    ['$each without an array', { a: [1] }, { $push: { a: { $each: 1 } } }],
    ['an unknown modifier of $push', { a: [1] }, { $push: { a: { $each: [1], $wild: 1 } } }],
    ['a way through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }],
    ['a way through null', { a: null }, { $set: { 'a.b': 1 } }],
    ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }],
    ['a position far beyond the end', { a: [1] }, { $set: { 'a.900000': 1 } }],
    ['two changes of one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }],
    ['a change within a changed path', {}, { $set: { a: {}, 'a.b': 1 } }],
    ['a rename onto a changed path', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }],
    ['a new _id', { _id: 1 }, { $set: { _id: 2 } }],
    ['a field that starts with a dollar', {}, { $set: { a: { $b: 1 } } }],
    ['a field with a dot', {}, { $set: { a: { 'b.c': 1 } } }],
    ['a field with NUL', {}, { $set: { 'a\0': 1 } }],
    ['an empty part of a path', {}, { $set: { 'a..b': 1 } }],
    ['an unknown operator', {}, { $wild: { a: 1 } }],
    ['operators mixed with fields', {}, { $set: { a: 1 }, b: 2 }],
    ['no change at all', {}, {}],
    ['the positional operator', { a: [1] }, { $set: { 'a.$': 1 } }],
  ])('%s', (_name, doc, update) => {
    expect(() => apply(doc, update)).toThrow(DatabaseError)
  })
})
