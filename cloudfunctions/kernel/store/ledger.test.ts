import type { LedgerEntry } from '../../../src/domain/ledger'
import type { Connection } from './collection'
import { ledgerStore, type LedgerScope } from './ledger'

/** Commands as plain data, and a database that remembers what it was asked and answers nothing. */
const word = (name: string) => (value: unknown) => {
  const asked = { [`$${name}`]: value }
  // chained, as in gt(1).and(lte(2))
  return Object.defineProperty(asked, 'and', { value: (other: unknown) => ({ $and: [asked, other] }) })
}
const command = Object.fromEntries(
  ['set', 'remove', 'inc', 'pull', 'exists', 'in', 'lt', 'lte', 'gt', 'gte', 'neq', 'or', 'and'].map(name => [
    name,
    word(name),
  ]),
)

function remembering(answers: { updates?: (number | Error)[]; documents?: object[] } = {}) {
  const asked: unknown[] = []
  const query = (condition: unknown) => ({
    orderBy: () => query(condition),
    limit: () => query(condition),
    field: () => query(condition),
    get: async () => (asked.push(condition), { data: answers.documents ?? [] }),
    update: async () => {
      asked.push(condition)
      const answer = answers.updates?.shift() ?? 1
      if (answer instanceof Error) throw answer
      return { stats: { updated: answer } }
    },
  })
  const database = { command, collection: () => ({ where: query }) }
  const connection = { database, operations: { count: 0 }, random: () => 0 } as unknown as Connection
  return { asked, connection }
}

const store = (scope: LedgerScope, answers?: Parameters<typeof remembering>[0]) => {
  const { asked, connection } = remembering(answers)
  return { asked, connection, ledger: ledgerStore(connection, scope) }
}
const text = (value: unknown) => JSON.stringify(value)

describe('the ledger in the scope of a district', () => {
  const within = text([{ handlingDistrict: 'miyun' }, { assignedDistrict: 'miyun' }])
  it('asks only for what the district handles or was assigned, whatever a handler asks', async () => {
    const { ledger, asked } = store({ district: 'miyun' })
    await ledger.findOne({ handlingDistrict: 'haidian' })
    await ledger.findNewest({ handlingDistrict: 'haidian' }, { createdAt: 'x', id: 'y' }, 10, ['_id'])
    await ledger.findPending(0, 1, 10)
    await ledger.own()
    expect(asked).toHaveLength(4)
    for (const condition of asked) expect(text(condition)).toContain(within)
  })
  it('changes only what the district may see', async () => {
    const entry = { _id: 'e', version: 1, history: [] } as unknown as LedgerEntry
    const { ledger, asked } = store({ district: 'miyun' })
    await ledger.change(
      async () => entry,
      () => ({ outcome: 'change', entry: { ...entry, version: 2 } }),
      entry,
    )
    expect(text(asked[0])).toContain(within)
  })
  it('counts nothing', async () => {
    await expect(store({ district: 'miyun' }).ledger.countBy('status')).rejects.toThrow()
  })
})

it('the ledger in the scope of an account asks for its own entry, also when a handler names another', async () => {
  const { ledger, asked } = store({ openid: 'o-lin' })
  await ledger.findOne({ account: 'o-gao' })
  expect(asked).toMatchObject([{ $and: [{ account: 'o-gao' }, { account: 'o-lin' }] }])
})

describe('a change', () => {
  const before = { _id: 'e', version: 1, history: [] } as unknown as LedgerEntry
  const line = {
    at: 'now',
    by: 'self',
    source: 'miniprogram',
    why: '本人更正',
    what: '更正了手机号',
    version: 2,
  } as const
  const after = { ...before, version: 2, history: [line] }
  const decide = () => ({ outcome: 'change', entry: after }) as const

  it('is decided again, five times at most, where somebody was quicker', async () => {
    const { ledger, connection } = store('city', { updates: [0, 0, 0, 0, 0] })
    await expect(ledger.change(async () => before, decide)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(connection.operations.count).toBe(5)
  })
  it('whose answer was lost is ours when its line of history stands there', async () => {
    const { ledger } = store('city', { updates: [new Error('socket hang up')], documents: [after] })
    // deciding again would refuse a claim that this very call has made
    const once = jest.fn(decide)
    await expect(ledger.change(async () => before, once)).resolves.toMatchObject({ entry: { version: 2 } })
    expect(once).toHaveBeenCalledTimes(1)
  })
  it('whose answer was lost is decided again when the line of somebody else stands there', async () => {
    const others = { ...after, history: [{ ...line, what: '撤回求职登记' }] }
    const { ledger } = store('city', { updates: [new Error('socket hang up'), 1], documents: [others] })
    let decided = 0
    await ledger.change(
      async () => before,
      () => ((decided += 1), decide()),
    )
    expect(decided).toBe(2)
  })
  it('whose request was lost is sent again', async () => {
    const { ledger, connection } = store('city', { updates: [new Error('socket hang up'), 1], documents: [before] })
    await ledger.change(async () => before, decide)
    expect(connection.operations.count).toBe(3)
  })
})
