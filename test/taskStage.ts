import { rowsBefore, rowsKind, type Row, type RowsInput } from '../cloudfunctions/kernel/task/forTests'
import { advanceDue, kindsOf, type TaskKind } from '../cloudfunctions/kernel/task'
import type { KeptCall } from '../cloudfunctions/kernel/procedure'
import { openStore, type CloudDatabase, type Store } from '../cloudfunctions/kernel/store'
import { newTask, NEVER, type Task } from '../src/domain/task'
import { startDatabase, type TestDatabase } from './database'

const START = Date.parse('2024-09-02T01:00:00Z')

/** Rows that a task compares and writes, some of them there before. */
export const INPUT: RowsInput = { rows: 47, perChunk: 10 }

/** The tests' kind of work on a database in the test's own process, on a clock that the test moves. */
export function taskStage() {
  let cloud: TestDatabase
  const clock = { ms: START }
  const notes: string[] = []
  const clear = () => {
    cloud.clear()
    clock.ms = START
    notes.length = 0
  }
  beforeAll(async () => {
    cloud = await startDatabase(
      { name: 'rows', indexes: [{ name: 'key', keys: [{ field: 'key', direction: 1 }], unique: true }] },
      { name: 'drafts', indexes: [] },
    )
  })
  beforeEach(clear)
  afterAll(() => cloud.stop())

  /** One call of a function on a database, and the kind that writes over the same connection. */
  function calling(database: CloudDatabase = cloud.database, afterChunk?: (id: string, chunk: number) => unknown) {
    const connection = { ...cloud.connection(), database }
    const store: Store = openStore(connection)
    const began = clock.ms
    const call = {
      now: new Date(began),
      store,
      elapsed: () => clock.ms - began,
      note: (fault: string) => void notes.push(fault),
    } as unknown as KeptCall & { elapsed(): number }
    const kind = rowsKind(() => connection, afterChunk)
    return { call, store, kind, kinds: kindsOf(kind as TaskKind), connection }
  }
  /** One step of the scheduler; the number of tasks moved. */
  const step = ({ call, kinds }: ReturnType<typeof calling>) => advanceDue(kinds, { call, untilMs: 40_000 })

  const create = (input: RowsInput = INPUT, id = 't1') =>
    calling().store.tasks.create(
      newTask({ id, kind: 'rows.write', input, exclusive: 'rows', by: 'gao-yuan' }, clock.ms),
    )
  const seed = async () => {
    await cloud.database.collection('rows').add({ data: rowsBefore(INPUT.rows) })
  }
  const task = (id = 't1') => cloud.documents<Task>('tasks').find(({ _id }) => _id === id)!

  /** Goes on by later steps, each once the last one's lease or wait is over, until nothing is left to do. */
  async function goOn() {
    for (let steps = 0; task().dueAt !== NEVER; steps += 1) {
      if (steps === 60) throw new Error('the task does not end')
      clock.ms = Math.max(clock.ms, task().dueAt)
      await step(calling())
    }
  }
  /** Everything a person could see of how it ended. */
  const outcome = () => {
    const { state, done, total, result, files, lastError } = task()
    const rows = cloud.documents<Row>('rows').sort((a, b) => (a._id < b._id ? -1 : 1))
    return { state, done, total, result, files, lastError, rows, drafts: cloud.documents('drafts') }
  }
  /** How it ends when nothing comes in between. */
  async function undisturbed() {
    await seed()
    await create()
    await goOn()
    const found = outcome()
    clear()
    return found
  }

  return { cloud: () => cloud, clock, notes, clear, calling, step, create, seed, task, goOn, outcome, undisturbed }
}
