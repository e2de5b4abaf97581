import { startDatabase, type TestDatabase } from '../../../test/database'
import { cancel, claim, newTask, proceed, type Task } from '../../../src/domain/task'
import type { CloudDatabase } from './collection'
import { tasksStore } from './tasks'

const NOW = Date.parse('2024-09-02T01:00:00Z')
const chunk = { checkpoint: { next: 10 }, done: 10, total: 20 }

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await startDatabase()
})
beforeEach(() => {
  cloud.clear()
  cloud.faults.order({ dropAnswerAfterWrite: 0, dropRequestBeforeWrite: 0 })
})
afterAll(() => cloud.stop())

const tasks = (database = cloud.database) => tasksStore({ ...cloud.connection(), database })
const fresh = (id = 't1', exclusive?: string) => newTask({ id, kind: 'k', input: {}, exclusive, by: 'gao-yuan' }, NOW)
const claimed = async () => {
  await tasks().create(fresh())
  return (await tasks().claimDue('a', NOW))!
}
const stopped = (task: Task) => cancel(task, 'su-wan', '传错了', NOW)

/** A database that does `act` and then loses the first update, undone. */
function losing(act: () => Promise<unknown>): CloudDatabase {
  let lost = false
  const { database } = cloud
  return {
    command: database.command,
    collection: name => {
      const collection = database.collection(name)
      const where = (condition: unknown) => {
        const query = collection.where(condition)
        const update: typeof query.update = async options => {
          if (lost) return query.update(options)
          lost = true
          await act()
          throw new Error('socket hang up')
        }
        return Object.assign(Object.create(query) as typeof query, { update })
      }
      return Object.assign(Object.create(collection) as typeof collection, { where })
    },
  }
}

it('a step and a cancelling at the same moment both stand, whichever came first and whatever answer was lost', async () => {
  const task = await claimed()
  const lossy = tasks(losing(() => tasks().change(task, stopped)))
  const after = await lossy.change(task, stored => proceed(stored, 'a', chunk, NOW, 'keep'))
  expect(after).toMatchObject({ done: 10, cancel: { by: 'su-wan' } })
  expect(await tasks().read('t1')).toEqual(after)
})

it.each([{ dropAnswerAfterWrite: 2 }, { dropRequestBeforeWrite: 2 }])('a write with %o is done once', async fault => {
  const task = await claimed()
  cloud.faults.order(fault)
  await tasks().change(task, stored => proceed(stored, 'a', chunk, NOW, 'keep'))
  expect(await tasks().read('t1')).toMatchObject({ done: 10, version: task.version + 1 })
})

it('of many that claim at once one gets the task', async () => {
  await tasks().create(fresh())
  const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => tasks().claimDue(`h${n}`, NOW)))
  expect(claims.filter(Boolean)).toHaveLength(1)
})

it('one that holds a task no longer writes nothing', async () => {
  const task = await claimed()
  await tasks().change(task, stored => claim(stored, 'b', task.dueAt))
  expect(await tasks().change(task, stored => proceed(stored, 'a', chunk, NOW, 'keep'))).toBeUndefined()
  expect(await tasks().read('t1')).toMatchObject({ holder: 'b', done: 0 })
})

it.each([{ dropAnswerAfterWrite: 2 }, { dropRequestBeforeWrite: 2 }])('is created once with %o', async fault => {
  cloud.faults.order(fault)
  expect(await tasks().create(fresh('t1', 'ledger'))).toMatchObject({ _id: 't1' })
  expect(await tasks().create(fresh('t2', 'ledger'))).toMatchObject({ _id: 't1' })
  expect(cloud.documents('tasks')).toHaveLength(1)
})

it('of two created at once with one exclusive key one stands, and both are told which', async () => {
  const [one, other] = await Promise.all([tasks().create(fresh('t1', 'x')), tasks().create(fresh('t2', 'x'))])
  expect(one?._id).toBe(other?._id)
  expect(cloud.documents('tasks')).toHaveLength(1)
})
