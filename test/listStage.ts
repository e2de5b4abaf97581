import { readKeys } from '../cloudfunctions/kernel/crypto'
import { openTable } from '../cloudfunctions/kernel/table'
import { advanceDue, kindsOf, type TaskKind } from '../cloudfunctions/kernel/task'
import type { KeptCall } from '../cloudfunctions/kernel/procedure'
import { openStore, type CloudDatabase } from '../cloudfunctions/kernel/store'
import type { FileStore } from '../cloudfunctions/kernel/store/files'
import { newTask, NEVER, type Task } from '../src/domain/task'
import { startDatabase, type TestDatabase } from './database'
import { memoryFiles } from './memoryFiles'

const START = Date.parse('2024-09-02T01:00:00Z')
const KEYS = readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) }))

/** Tasks that take in lists, on a database and storage in the test's own process, on a clock that the test moves. */
export function listStage(...kinds: TaskKind[]) {
  let cloud: TestDatabase
  let files = memoryFiles()
  const clock = { ms: START }
  const notes: string[] = []
  const clear = () => {
    cloud.clear()
    files = memoryFiles()
    clock.ms = START
    notes.length = 0
  }
  beforeAll(async () => {
    cloud = await startDatabase()
  })
  beforeEach(clear)
  afterAll(() => cloud.stop())

  /** One call of a function; `elapsed` stands still unless the test moves the clock. */
  function calling(database: CloudDatabase = cloud.database, store: FileStore = files.store) {
    const connection = { ...cloud.connection(), database }
    const began = clock.ms
    const call = {
      now: new Date(began),
      keys: KEYS,
      store: openStore(connection),
      files: store,
      random: () => 0,
      elapsed: () => clock.ms - began,
      note: (fault: string) => void notes.push(fault),
    } as unknown as KeptCall & { elapsed(): number }
    return { call, connection }
  }
  const step = ({ call }: ReturnType<typeof calling>, untilMs = 40_000) =>
    advanceDue(kindsOf(...kinds), { call, untilMs })

  /** Puts a file into storage and a task over it into the queue. */
  async function begin(kind: string, content: string | Buffer, input: Record<string, unknown>, id = 't1') {
    const fileID = await files.store.upload(`lists/${id}`, Buffer.from(content))
    const task = newTask({ id, kind, input: { fileID, ...input }, by: 'gao-yuan' }, clock.ms)
    return calling().call.store.tasks.create(task)
  }
  const task = (id = 't1') => cloud.documents<Task>('tasks').find(({ _id }) => _id === id)!

  /** Goes on by steps, each once the last one's lease or wait is over, until nothing is left to do. */
  async function goOn(id = 't1'): Promise<Task> {
    for (let steps = 0; task(id).dueAt !== NEVER; steps += 1) {
      if (steps === 60) throw new Error(`the task does not end: ${JSON.stringify(task(id))} ${notes.join('\n')}`)
      clock.ms = Math.max(clock.ms, task(id).dueAt)
      await step(calling())
    }
    return task(id)
  }
  async function run(kind: string, content: string | Buffer, input: Record<string, unknown>, id = 't1') {
    await begin(kind, content, input, id)
    return goOn(id)
  }
  /** The rows of a file that a task left, by its name. */
  async function rowsOf(name: string, sheet?: string, id = 't1'): Promise<string[][]> {
    const found = task(id).files.find(file => file.name === name)
    if (!found) return []
    const table = await openTable(files.stored.get(found.fileID)!, sheet === undefined ? {} : { sheet })
    const rows: string[][] = []
    for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells))
    return rows
  }

  return {
    cloud: () => cloud,
    files: () => files,
    keys: KEYS,
    clock,
    notes,
    clear,
    calling,
    step,
    begin,
    task,
    goOn,
    run,
    rowsOf,
  }
}
