import fc from 'fast-check'
import { startDatabase, type TestDatabase } from '../../../test/database'
import { dyingAt } from '../../../test/dying'
import { cancel, claim, LEASE_MS, newTask, NEVER, type Task } from '../../../src/domain/task'
import type { KeptCall } from '../procedure'
import { openStore, type CloudDatabase, type Store } from '../store'
import { rowOf, rowsBefore, rowsKind, type Row, type RowsCheckpoint, type RowsInput } from './forTests'
import { advanceDue, beginTask, cancelTask, kindsOf, type TaskKind } from '.'

const START = Date.parse('2024-09-02T01:00:00Z')

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await startDatabase(
    { name: 'rows', indexes: [{ name: 'key', keys: [{ field: 'key', direction: 1 }], unique: true }] },
    { name: 'drafts', indexes: [] },
  )
})
let nowMs: number
let notes: string[]
beforeEach(() => {
  cloud.clear()
  nowMs = START
  notes = []
})
afterAll(() => cloud.stop())

/** One call of a function on a database, and the kind that writes over the same connection. */
function calling(database: CloudDatabase = cloud.database, afterChunk?: (id: string, chunk: number) => unknown) {
  const connection = { ...cloud.connection(), database }
  const store: Store = openStore(connection)
  const began = nowMs
  const call = {
    now: new Date(began),
    store,
    elapsed: () => nowMs - began,
    note: (fault: string) => void notes.push(fault),
  } as unknown as KeptCall & { elapsed(): number }
  const kind = rowsKind(() => connection, afterChunk)
  return { call, store, kind, kinds: kindsOf(kind as TaskKind), connection }
}
const step = ({ call, kinds }: ReturnType<typeof calling>, untilMs = 40_000) => advanceDue(kinds, { call, untilMs })

const INPUT: RowsInput = { rows: 47, perChunk: 10 }
const create = (input: RowsInput = INPUT, id = 't1') =>
  calling().store.tasks.create(newTask({ id, kind: 'rows.write', input, exclusive: 'rows', by: 'gao-yuan' }, nowMs))
const seed = async (count = INPUT.rows) => {
  const { connection } = calling()
  await connection.database.collection('rows').add({ data: rowsBefore(count) })
}
const task = (id = 't1') => cloud.documents<Task>('tasks').find(({ _id }) => _id === id)!
const rows = () => cloud.documents<Row>('rows').sort((a, b) => (a._id < b._id ? -1 : 1))

/** Goes on by later steps, each once the last one's lease or wait is over, until nothing is left to do. */
async function goOn() {
  for (let steps = 0; task().dueAt !== NEVER; steps += 1) {
    if (steps === 60) throw new Error('the task does not end')
    nowMs = Math.max(nowMs, task().dueAt)
    await step(calling())
  }
}
/** Everything a person could see of how it ended. */
const outcome = () => {
  const { state, done, total, result, files, lastError } = task()
  return { state, done, total, result, files, lastError, rows: rows(), drafts: cloud.documents('drafts') }
}

async function undisturbed() {
  await seed()
  await create()
  await goOn()
  const found = outcome()
  cloud.clear()
  nowMs = START
  return found
}

describe('a task that is never disturbed', () => {
  it('ends with its rows, counts and files, and leaves nothing behind', async () => {
    const { rows: written, ...rest } = await undisturbed()
    expect(rest).toMatchObject({ state: 'done', done: 47, total: 47, result: { new: 27, changed: 10, same: 10 } })
    expect(rest.drafts).toEqual([])
    expect(written.map(({ key, value }) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      Array.from({ length: 47 }, (_, n) => rowOf(n)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
  })

  it('costs a read, an insert and a checkpoint for a chunk of new rows, and a few requests besides', async () => {
    await create({ rows: 5_000, perChunk: 1_000 })
    const first = calling()
    await step(first)
    // find, claim, draft; 5 × (read, insert, write); tidy, tidied, find
    expect(first.connection.operations.count).toBe(3 + 5 * 3 + 2 + 1)
  })
})

describe('a task killed at a write', () => {
  it.each(['before', 'after'] as const)('ends the same, whichever write it was (killed just %s)', async when => {
    const expected = await undisturbed()
    let n = 1
    for (; ; n += 1) {
      cloud.clear()
      nowMs = START
      await seed()
      await create()
      const dying = dyingAt(cloud.database, n, when)
      const ended = await Promise.race([step(calling(dying.database)), dying.died])
      if (ended !== 'died') break
      await goOn()
      expect({ n, ...outcome() }).toEqual({ n, ...expected })
    }
    expect(n).toBeGreaterThan(20)
  })

  it('again and again at random writes ends the same', async () => {
    const expected = await undisturbed()
    const kill = fc.record({
      n: fc.integer({ min: 1, max: 9 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(kill, { maxLength: 4 }), async kills => {
        cloud.clear()
        nowMs = START
        await seed()
        await create()
        for (const { n, when } of kills) {
          nowMs = Math.max(nowMs, task().dueAt === NEVER ? nowMs : task().dueAt)
          const dying = dyingAt(cloud.database, n, when)
          await Promise.race([step(calling(dying.database)), dying.died])
        }
        await goOn()
        expect(outcome()).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it.each([{ dropAnswerAfterWrite: 3 }, { dropRequestBeforeWrite: 3 }])('or with %o ends the same', async fault => {
    const expected = await undisturbed()
    await seed()
    await create()
    cloud.faults.order(fault)
    await step(calling()).catch(() => undefined)
    await goOn()
    expect(outcome()).toEqual(expected)
  })
})

describe('two schedulers at once', () => {
  it('move a task once: the same rows and counts', async () => {
    const expected = await undisturbed()
    await seed()
    await create()
    const moved = await Promise.all([step(calling()), step(calling()), step(calling())])
    expect(moved.reduce((sum, count) => sum + count)).toBe(1)
    expect(outcome()).toEqual(expected)
  })

  it('share tasks that may run side by side', async () => {
    const input = { rows: 5, perChunk: 5 }
    for (const id of ['a', 'b', 'c'])
      await calling().store.tasks.create(newTask({ id, kind: 'rows.write', input, by: 'gao-yuan' }, nowMs))
    await Promise.all([step(calling()), step(calling())])
    expect(cloud.documents<Task>('tasks').map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })

  it('never both write: one whose lease ran out finds its task taken and stops, and the rows are right', async () => {
    const expected = await undisturbed()
    await seed()
    await create()
    let tookOver = false
    const slow = calling(cloud.database, async () => {
      if (tookOver) return
      tookOver = true
      nowMs += LEASE_MS
      await step(calling())
    })
    await step(slow)
    expect(outcome()).toEqual(expected)
    expect(notes).toEqual([])
  })
})

describe('a step', () => {
  it('ends when its time is used up, and the next one goes on', async () => {
    await create()
    const slow = () => calling(cloud.database, () => void (nowMs += 15_000))
    await step(slow())
    expect(task()).toMatchObject({ state: 'running', done: 20, holder: '', checkpoint: { next: 20 } })
    await step(slow())
    expect(task()).toMatchObject({ state: 'running', done: 40 })
    await step(slow())
    expect(task()).toMatchObject({ state: 'done', done: 47 })
  })

  it('takes first the task that has waited longest', async () => {
    const order: string[] = []
    for (const id of ['late', 'early']) {
      nowMs = START + (id === 'late' ? 5_000 : 0)
      await calling().store.tasks.create(
        newTask({ id, kind: 'rows.write', input: { rows: 1, perChunk: 1 }, by: 'x' }, nowMs),
      )
    }
    nowMs = START + 10_000
    await step(calling(cloud.database, id => void order.push(id)))
    expect(order).toEqual(['early', 'late'])
  })

  it('does not begin when the run has no time left for it', async () => {
    await create()
    const late = calling()
    nowMs += 38_000
    expect(await step(late)).toBe(0)
    expect(task().state).toBe('waiting')
  })
})

describe('a task that fails', () => {
  it('at once, with its own words, where trying again will not help; what it left is tidied up', async () => {
    await create({ ...INPUT, refusedFrom: 20 })
    await step(calling())
    expect(outcome()).toMatchObject({
      state: 'failed',
      done: 20,
      lastError: '这份名单读不下去，请重新导出一份',
      drafts: [],
    })
    expect(task()).toMatchObject({ dueAt: NEVER, active: 'ended:t1' })
  })

  it('again and again is tried later and later, then given up, and says nothing of whom it was about', async () => {
    await create({ ...INPUT, failsFrom: 20 })
    const errors: string[] = []
    while (task().dueAt !== NEVER) {
      nowMs = task().dueAt
      await step(calling())
      errors.push(task().lastError)
    }
    expect(errors).toHaveLength(6)
    expect(errors[0]).toBe('第 1 次没做成，过一会儿自动再试')
    expect(errors.at(-1)).toMatch(/^连着 5 次没做成，停下了/)
    expect(outcome()).toMatchObject({ state: 'failed', done: 20, drafts: [] })
    expect(JSON.stringify([notes, cloud.documents('tasks')])).not.toMatch(/张三|110101/)
    expect(notes[0]).toMatch(/^task rows.write: Error at /)
  })

  it('of a kind nobody knows says so', async () => {
    await calling().store.tasks.create(newTask({ id: 't1', kind: 'nothing', input: {}, by: 'x' }, nowMs))
    await step(calling())
    expect(task()).toMatchObject({ state: 'failed', lastError: expect.stringContaining('没有这种任务'), dueAt: NEVER })
  })
})

describe('cancelling', () => {
  const ask = (id = 't1') => calling().store.tasks.change(task(id), stored => cancel(stored, 'su-wan', '传错了', nowMs))

  it('while a chunk is under way ends it after that chunk, whole, and tidies up', async () => {
    await seed()
    await create()
    await step(calling(cloud.database, (_, chunk) => (chunk === 2 ? ask() : undefined)))
    const { state, done, drafts, rows: written } = outcome()
    expect({ state, done, drafts }).toEqual({ state: 'cancelled', done: 20, drafts: [] })
    expect(written.filter(({ by }) => by === 't1')).toHaveLength(16)
    expect(task()).toMatchObject({ cancel: { by: 'su-wan', reason: '传错了' }, dueAt: NEVER })
  })

  it('leaves room for the same work again, which finds what is done', async () => {
    await seed()
    await create()
    await step(calling(cloud.database, (_, chunk) => (chunk === 2 ? ask() : undefined)))
    await create(INPUT, 't2')
    await step(calling())
    expect(task('t2')).toMatchObject({ state: 'done', result: { new: 15, changed: 6, same: 26 } })
  })

  it('of one whose process died ends it once its lease is over', async () => {
    await create()
    const dying = dyingAt(cloud.database, 4, 'after')
    await Promise.race([step(calling(dying.database)), dying.died])
    await ask()
    expect(task().state).toBe('running')
    await goOn()
    expect(outcome()).toMatchObject({ state: 'cancelled', drafts: [] })
  })
})

describe('an operator', () => {
  const operatorCall = () => ({ ...calling().call, operator: { id: 'gao-yuan', name: '高远' } })
  const begin = (input: RowsInput = INPUT) => {
    const { kind, kinds } = calling()
    return beginTask<RowsInput, RowsCheckpoint>(kinds, kind, input, '九月名单', operatorCall())
  }

  it('sees a small task done at once, and the audit says who began it', async () => {
    expect(await begin()).toMatchObject({ state: 'done', done: 47, dueAt: NEVER, createdBy: 'gao-yuan' })
    expect(cloud.documents('audit')).toMatchObject([{ by: 'gao-yuan', action: 'rows.write', reason: '九月名单' }])
  })

  it('who asks the same again while it runs is given the same task; another one is refused until it ends', async () => {
    const standing = await create()
    await calling().store.tasks.change(standing, stored => claim(stored, 'somebody', nowMs))
    expect(await begin()).toMatchObject({ _id: 't1', state: 'running' })
    await expect(begin({ rows: 3, perChunk: 1 })).rejects.toThrow(/还没做完，编号 t1/)
    expect(cloud.documents('tasks')).toHaveLength(1)
    await goOn()
    expect(await begin({ rows: 3, perChunk: 1 })).toMatchObject({ state: 'done' })
  })

  it('cancels one between two steps at once, audited, with nothing left behind', async () => {
    await create()
    await step(calling(cloud.database, () => void (nowMs += 15_000)))
    const { kinds } = calling()
    expect(await cancelTask(kinds, task(), '传错了', operatorCall())).toMatchObject({ state: 'cancelled', done: 20 })
    expect(outcome().drafts).toEqual([])
    expect(cloud.documents('audit')).toMatchObject([{ action: 'task.cancel', target: 't1', reason: '传错了' }])
    expect(await cancelTask(kinds, task(), '再停一次', operatorCall())).toMatchObject({ cancel: { reason: '传错了' } })
  })
})
