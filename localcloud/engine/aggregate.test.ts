import { aggregate, type Stage } from './aggregate'
import { Database } from './database'

const warnings: string[] = []
const declared = [
  {
    name: 'ledger',
    indexes: [{ name: 'district', keys: [{ field: 'district', direction: 1 as const }], unique: false }],
  },
  { name: 'names', indexes: [] },
]
const database = new Database(':memory:', declared, line => warnings.push(line))

beforeAll(() => {
  const rows = Array.from({ length: 300 }, (_, at) => ({
    _id: `e${at}`,
    district: at % 2 === 0 ? 'haidian' : 'miyun',
    n: at,
  }))
  database.collection('ledger').insert(rows)
  database.collection('names').insert([{ _id: 'haidian', name: '海淀区' }, { _id: 'miyun', name: '密云区' }]) // prettier-ignore
})

afterAll(() => database.close())

const run = (...stages: [string, unknown][]) =>
  aggregate(
    database,
    'ledger',
    stages.map(([name, value]): Stage => ({ name, value: value as never })),
  )

test('a count by district reads only what the first $match leaves', () => {
  expect(run(['$match', { district: 'haidian' }], ['$group', { _id: '$district', total: { $sum: 1 } }])).toEqual([
    { _id: 'haidian', total: 150 },
  ])
  expect(warnings).toEqual([])
})

test('$lookup joins another declared collection', () => {
  const joined = run(
    ['$match', { n: 1 }],
    ['$lookup', { from: 'names', localField: 'district', foreignField: '_id', as: 'name' }],
  )
  expect(joined[0]?.name).toEqual([{ _id: 'miyun', name: '密云区' }])
})

test.each([
  ['$geoNear', {}],
  ['$out', 'x'],
  ['$merge', {}],
  ['$match', { $where: 'true' }],
  ['$project', { x: { $function: { body: 'return 1', args: [], lang: 'js' } } }],
  ['$lookup', { from: 'absent', localField: 'a', foreignField: 'b', as: 'c' }],
])('%s is refused by name', (name, value) => {
  expect(() => run([name, value])).toThrow(/unsupported|not available|not exist/)
})
