import { startDatabase, type TestDatabase } from '../../../test/database'
import { Collection, DuplicateKey, MOST_AT_ONCE, Unanswered, type Connection } from './collection'

interface Row {
  _id: string
  key: string
  note?: string | undefined
}

let cloud: TestDatabase
let connection: Connection
let rows: Collection<Row>
beforeAll(async () => {
  cloud = await startDatabase({
    name: 'rows',
    indexes: [{ name: 'key', keys: [{ field: 'key', direction: 1 }], unique: true }],
  })
})
beforeEach(() => {
  cloud.clear()
  cloud.faults.order({ dropAnswerAfterWrite: 0, dropRequestBeforeWrite: 0 })
  connection = cloud.connection()
  rows = new Collection<Row>(connection, 'rows')
})
afterAll(() => cloud.stop())

const row = (n: number, key = `k${n}`): Row => ({ _id: `r${n}`, key })
const some = (count: number) => Array.from({ length: count }, (_, n) => row(n))
const stored = () =>
  cloud
    .documents<Row>('rows')
    .map(({ _id }) => _id)
    .sort()
const ids = (list: readonly Row[]) => list.map(({ _id }) => _id).sort()

describe('inserting many documents', () => {
  it('is one request for a thousand, whatever their fields', async () => {
    const many = some(MOST_AT_ONCE).map(each => ({ ...each, note: undefined }))
    expect(await rows.insertMany(many)).toEqual([])
    expect(connection.operations.count).toBe(1)
    expect(stored()).toEqual(ids(many))
    expect(cloud.documents<Row>('rows')[0]).not.toHaveProperty('note')
  })

  it('stores all but those whose key another document has, and gives those back', async () => {
    await rows.insertMany([row(900, 'k3'), row(901, 'k7'), row(902, 'k8')])
    const many = some(20)
    expect(ids(await rows.insertMany(many))).toEqual(['r3', 'r7', 'r8'])
    expect(stored()).toEqual(
      ids([...many, row(900), row(901), row(902)]).filter(id => !['r3', 'r7', 'r8'].includes(id)),
    )
  })

  it('gives back the second of two that have the same key', async () => {
    expect(ids(await rows.insertMany([row(1), row(2, 'k1'), row(3)]))).toEqual(['r2'])
    expect(stored()).toEqual(['r1', 'r3'])
  })

  it('counts one that stands already as stored, wherever it is in the list', async () => {
    await rows.insertMany([row(0), row(4), row(9)])
    expect(await rows.insertMany(some(10))).toEqual([])
    expect(stored()).toEqual(ids(some(10)))
  })

  it.each([1, 2, 4])('stores each once when %i answers are lost after the write', async times => {
    cloud.faults.order({ dropAnswerAfterWrite: times })
    await rows.insertMany([row(900, 'k3')])
    expect(ids(await rows.insertMany(some(10)))).toEqual(['r3'])
    expect(stored()).toHaveLength(10)
  })

  it('says that there was no answer when there is none for long, and doing it again is right', async () => {
    cloud.faults.order({ dropRequestBeforeWrite: 5 })
    await expect(rows.insertMany(some(10))).rejects.toThrow(Unanswered)
    expect(await rows.insertMany(some(10))).toEqual([])
    expect(stored()).toHaveLength(10)
  })

  it('finds the duplicate also where the database stores all rows of a request or none', async () => {
    const real = cloud.database
    const whole: Connection = {
      ...connection,
      database: {
        command: real.command,
        collection: name => {
          const collection = real.collection(name)
          const add = async (options: { data: object | readonly object[] }) => {
            const keys = new Set(cloud.documents<Row>('rows').map(({ key }) => key))
            if ((options.data as Row[]).some(({ key }) => keys.has(key))) throw { errMsg: 'DATABASE_DUPLICATE_WRITE' }
            return collection.add(options)
          }
          return Object.assign(Object.create(collection) as typeof collection, { add })
        },
      },
    }
    await rows.insertMany([row(900, 'k3'), row(901, 'k60')])
    expect(ids(await new Collection<Row>(whole, 'rows').insertMany(some(100)))).toEqual(['r3', 'r60'])
    expect(stored()).toHaveLength(100)
    expect(whole.operations.count).toBeLessThan(80)
  })

  it('takes no more than a thousand', async () => {
    await expect(rows.insertMany(some(MOST_AT_ONCE + 1))).rejects.toThrow('at most 1000')
  })
})

describe('finding documents by a list of keys', () => {
  it('is one request for a thousand keys, and gives the asked fields', async () => {
    await rows.insertMany(some(500).map(each => ({ ...each, note: 'x' })))
    connection.operations.count = 0
    const found = await rows.findIn(
      'key',
      some(MOST_AT_ONCE).map(({ key }) => key),
      ['key'],
    )
    expect(found).toHaveLength(500)
    expect(Object.keys(found[0]!).sort()).toEqual(['_id', 'key'])
    expect(connection.operations.count).toBe(1)
  })
  it('asks nothing for no key, and takes no more than a thousand', async () => {
    expect(await rows.findIn('key', [], ['key'])).toEqual([])
    expect(connection.operations.count).toBe(0)
    await expect(rows.findIn('key', new Array<string>(1001).fill('k'), ['key'])).rejects.toThrow('at most 1000')
  })
})

describe('removing documents', () => {
  it('removes all that meet the condition, also when the answer is lost', async () => {
    await rows.insertMany(some(5))
    expect(await rows.remove({ key: rows.command.in(['k1', 'k2']) })).toBe(2)
    cloud.faults.order({ dropAnswerAfterWrite: 1 })
    await rows.remove({ _id: 'r3' })
    expect(stored()).toEqual(['r0', 'r4'])
  })
})

it('a single duplicate is named', async () => {
  await rows.insert(row(1))
  await expect(rows.insert(row(2, 'k1'))).rejects.toThrow(DuplicateKey)
})
