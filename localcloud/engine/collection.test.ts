import fc from 'fast-check'
import { Query } from 'mingo'
import { Database } from './database'
import { compareValues } from './keys'
import type { CollectionDeclaration } from '../declaration'
import type { SortKey } from './planner'
import { bringToDeclaration } from './schema'
import type { Doc, Value } from './values'

const DECLARED: CollectionDeclaration = {
  name: 'people',
  indexes: [
    { name: 'idKey', keys: [{ field: 'idKey', direction: 1 }], unique: true },
    { name: 'worklist', keys: [{ field: 'a', direction: 1 }, { field: 'b', direction: -1 }, { field: 'c', direction: 1 }], unique: false },
    { name: 'tags', keys: [{ field: 'tags', direction: 1 }], unique: false },
    { name: 'down', keys: [{ field: 'b', direction: -1 }], unique: false },
    { name: 'nested', keys: [{ field: 'n.k', direction: 1 }], unique: false },
  ],
} // prettier-ignore

const NOW = Date.parse('2024-09-02T01:00:00Z')
let warnings: string[]
let database: Database

beforeEach(() => {
  warnings = []
  database = new Database(':memory:', [DECLARED], line => warnings.push(line))
})

afterEach(() => database.close())

const people = () => database.collection('people')
const find = (criteria: Doc, sort: SortKey[] = [], limit = 1_000, offset = 0) =>
  people().find({ criteria, sort, limit, offset })

const small: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  null,
  0,
  1,
  2,
  3,
  1.5,
  'x',
  'y',
  '',
  true,
  false,
  new Date(0),
  new Date(5),
)
const field: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: small },
  { weight: 1, arbitrary: fc.array(small, { maxLength: 3 }) },
)
const someDoc = fc.record(
  {
    a: small,
    b: field,
    c: small,
    tags: fc.array(small, { maxLength: 3 }),
    n: fc.oneof(fc.record({ k: small }), fc.array(fc.record({ k: small }), { maxLength: 2 })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Doc>

const bound = fc.constantFrom<Value>(0, 1, 2, 1.5, 'x', new Date(1))
const condition: fc.Arbitrary<Value> = fc.oneof(
  small,
  fc.record({ $in: fc.array(small, { maxLength: 3 }) }),
  fc.record({ $gt: bound }),
  fc.record({ $gte: bound, $lt: bound }),
  fc.record({ $lte: bound }),
  fc.record({ $eq: small }),
  fc.record({ $ne: small }),
  fc.record({ $exists: fc.boolean() }),
) as fc.Arbitrary<Value>
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'tags', 'n.k'), condition, {
  maxKeys: 3,
}) as fc.Arbitrary<Doc>
const someCriteria: fc.Arbitrary<Doc> = fc.oneof(
  fields,
  fc.tuple(fields, fields).map(both => ({ $and: both }) as Doc),
  fc.tuple(fields, fields).map(both => ({ $or: both }) as Doc),
  small.map(k => ({ n: { $elemMatch: { k } } }) as Doc),
  small.map(each => ({ tags: { $all: [each] } }) as Doc),
)
const direction = fc.constantFrom<1 | -1>(1, -1)

test('whatever index is chosen, a query finds exactly the documents a full scan would', () => {
  fc.assert(
    fc.property(fc.array(someDoc, { maxLength: 25 }), someCriteria, (docs, criteria) => {
      people().remove({}, true)
      const stored = docs.map((doc, at): Doc => ({ _id: `d${at}`, idKey: at, ...doc }))
      if (stored.length > 0) people().insert(stored)
      const expected = stored.filter(doc => new Query(criteria).test(doc)).map(doc => doc._id)
      expect(
        find(criteria)
          .map(doc => doc._id)
          .sort(),
      ).toEqual(expected.sort())
      expect(people().count(criteria)).toBe(expected.length)
    }),
    { numRuns: 600 },
  )
})

test('an order asked for is kept, whether an index gives it or not, with skip and limit', () => {
  const scalarDoc = fc.record({ a: small, b: small, c: small }, { requiredKeys: [] }) as fc.Arbitrary<Doc>
  fc.assert(
    fc.property(
      fc.array(scalarDoc, { maxLength: 25 }),
      fc.constantFrom<Value>(0, 1),
      direction,
      direction,
      fc.nat(5),
      (docs, a, up, down, skip) => {
        people().remove({}, true)
        const stored = docs.map((doc, at): Doc => ({ _id: `d${at}`, idKey: at, ...doc }))
        if (stored.length > 0) people().insert(stored)
        const sort: SortKey[] = [
          { field: 'b', direction: up },
          { field: 'c', direction: down },
        ]
        const order = (x: Doc, y: Doc): number => compareValues(x.b, y.b) * up || compareValues(x.c, y.c) * down
        const all = stored.filter(doc => doc.a === a).sort(order)
        const found = find({ a }, sort, 4, skip)
        expect(found.map(doc => [doc.b ?? null, doc.c ?? null])).toEqual(
          all.slice(skip, skip + 4).map(doc => [doc.b ?? null, doc.c ?? null]),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('after any mixture of writes the indexes still agree with the documents', () => {
  const step = fc.oneof(
    fc.record({ put: fc.nat(8), doc: someDoc }),
    fc.record({ remove: fc.nat(8) }),
    fc.record({ set: fc.nat(8), tags: fc.array(small, { maxLength: 3 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), small, (steps, sought) => {
      people().remove({}, true)
      const mirror = new Map<string, Doc>()
      for (const each of steps) {
        const key = `d${'put' in each ? each.put : 'remove' in each ? each.remove : each.set}`
        if ('put' in each) {
          const doc: Doc = { _id: key, idKey: key, ...each.doc }
          people().put(doc)
          mirror.set(key, doc)
        } else if ('remove' in each) {
          people().remove({ _id: key }, false)
          mirror.delete(key)
        } else {
          people().update({ _id: key }, { $set: { tags: each.tags } }, { multi: false, now: NOW })
          const doc = mirror.get(key)
          if (doc !== undefined) mirror.set(key, { ...doc, tags: each.tags })
        }
      }
      const expected = [...mirror.values()].filter(doc => new Query({ tags: sought }).test(doc)).map(doc => doc._id)
      expect(
        find({ tags: sought })
          .map(doc => doc._id)
          .sort(),
      ).toEqual(expected.sort())
      expect(people().count({})).toBe(mirror.size)
    }),
    { numRuns: 200 },
  )
})

test('the planner prefers a unique index, then the longest run of equalities, and uses an order for free', () => {
  people().insert(
    Array.from({ length: 30 }, (_, at): Doc => ({ _id: `d${at}`, idKey: at, a: at % 3, b: at, c: 1, tags: ['t'] })),
  )
  const explain = (criteria: Doc, sort: SortKey[] = []) => people().explain(criteria, sort)
  expect(explain({ idKey: 4, a: 1 })).toEqual({ index: ['idKey'], sorted: false, candidates: 1 })
  expect(explain({ _id: { $in: ['d1', 'd2'] } }).index).toEqual(['_id_'])
  expect(explain({ a: 1, b: { $gte: 20 } })).toEqual({ index: ['worklist'], sorted: false, candidates: 3 })
  expect(explain({ a: 1 }, [{ field: 'b', direction: -1 }, { field: 'c', direction: 1 }])).toMatchObject({ index: ['worklist'], sorted: true }) // prettier-ignore
  expect(explain({ a: 1 }, [{ field: 'b', direction: 1 }, { field: 'c', direction: -1 }])).toMatchObject({ sorted: true }) // prettier-ignore
  expect(explain({ $or: [{ idKey: 1 }, { tags: 'none' }] })).toEqual({
    index: ['idKey', 'tags'],
    sorted: false,
    candidates: 1,
  })
  expect(explain({ c: 1 })).toEqual({ index: [], sorted: false, candidates: 30 })
})

test('a missing field counts as null in a unique index', () => {
  people().insert([{ _id: 'one' }])
  expect(() => people().insert([{ _id: 'two', idKey: null }])).toThrow(
    /E11000 duplicate key error collection: people index: idKey dup key: { idKey: null }/,
  )
})

test('several rows are inserted in order up to the first refusal, which names row, index and key', () => {
  people().insert([{ _id: 'x', idKey: 7 }])
  const rows: Doc[] = [{ _id: 'r0', idKey: 1 }, { _id: 'r1', idKey: 2, tags: ['q'] }, { _id: 'r2', idKey: 7, tags: ['gone'] }, { _id: 'r3', idKey: 9 }] // prettier-ignore
  expect(() => people().insert(rows)).toThrow(
    /index: idKey dup key: { idKey: {"\$numberInt":"7"} } \(row 2 of 4, counted from 0; 2 inserted\)/,
  )
  expect(find({}).map(doc => doc._id)).toEqual(['r0', 'r1', 'x'])
  expect(find({ tags: 'gone' })).toEqual([])
})

test('an update that would break a unique index changes nothing, not even the documents before it', () => {
  people().insert([{ _id: '1', idKey: 1 }, { _id: '2', idKey: 2 }]) // prettier-ignore
  expect(() => people().update({}, { $set: { idKey: 5 } }, { multi: true, now: NOW })).toThrow(/E11000/)
  expect(find({}).map(doc => doc.idKey)).toEqual([1, 2])
})

test('a query that reads too much is told once for its shape, without its values', () => {
  people().insert(Array.from({ length: 250 }, (_, at): Doc => ({ _id: `d${at}`, idKey: at, secret: 'Zhang' })))
  find({ secret: 'Zhang' })
  find({ secret: 'Li' })
  expect(warnings).toEqual(['slow query: people where { secret: ? }: read 250 documents, no index fits'])
})

test('indexes follow the declaration when the database is opened again', () => {
  const changed = {
    ...DECLARED,
    indexes: [{ name: 'fresh', keys: [{ field: 'z', direction: 1 as const }], unique: false }],
  }
  people().insert([{ _id: '1', idKey: 1, z: ['p', 'q'] }])
  const again = database.sqlite
  bringToDeclaration(again, [changed])
  expect(again.prepare('SELECT name, multikey FROM indexes').all()).toEqual([{ name: 'fresh', multikey: 1 }])
})

test('a collection that is not declared does not exist', () => {
  expect(() => database.collection('elsewhere')).toThrow(/not exist/)
})
