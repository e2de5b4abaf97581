import { Readable } from 'node:stream'
import type { KeptCall } from '../cloudfunctions/kernel/procedure'
import { readKeys, type Keys } from '../cloudfunctions/kernel/crypto'
import { openStore, type CloudDatabase } from '../cloudfunctions/kernel/store'
import type { FileStore } from '../cloudfunctions/kernel/store/files'
import { advanceDue, kindsOf, type TaskKind } from '../cloudfunctions/kernel/task'
import { newTask, NEVER, type Task } from '../src/domain/task'
import { startDatabase, type TestDatabase } from './database'
import { dyingAt } from './dying'

export const KEYS: Keys = readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) }))

/** Files in memory, under `cloud://test/<path>`. */
export function memoryFiles(stored = new Map<string, Buffer>()) {
  const idOf = (path: string) => `cloud://test.env/${path}`
  const files: FileStore = {
    download: async id => Readable.from([stored.get(id) ?? Buffer.alloc(0)]),
    async upload(path, content) {
      const { readFile } = await import('node:fs/promises')
      stored.set(idOf(path), Buffer.isBuffer(content) ? content : await readFile(content.localFile))
      return idOf(path)
    },
    delete: async ids => ids.forEach(id => void stored.delete(id)),
  }
  return { files, stored }
}

/** Real kinds of long work on a database in the test's own process, on a clock that the test moves. */
export function kindStage(now: string, ...kinds: TaskKind[]) {
  let cloud: TestDatabase
  const clock = { ms: Date.parse(now) }
  const { files, stored } = memoryFiles()
  const notes: string[] = []
  const clear = () => {
    cloud.clear()
    stored.clear()
    notes.length = 0
    clock.ms = Date.parse(now)
  }
  beforeAll(async () => {
    cloud = await startDatabase()
  })
  beforeEach(clear)
  afterAll(() => cloud.stop())

  function calling(database: CloudDatabase = cloud.database) {
    const connection = { ...cloud.connection(), database }
    const began = clock.ms
    const call = {
      now: new Date(began),
      keys: KEYS,
      store: openStore(connection),
      files,
      elapsed: () => clock.ms - began,
      note: (fault: string) => void notes.push(fault),
    } as unknown as KeptCall & { elapsed(): number }
    return { call, connection }
  }
  const step = (database?: CloudDatabase) =>
    advanceDue(kindsOf(...kinds), { call: calling(database).call, untilMs: 40_000 })
  const put = async (collection: string, documents: readonly object[]) => {
    await cloud.database.collection(collection).add({ data: documents })
  }
  const create = (kind: string, input: Record<string, unknown> = {}, id = 't1') =>
    calling().call.store.tasks.create(newTask({ id, kind, input, exclusive: kind, by: 'gao-yuan' }, clock.ms))
  const task = (id = 't1') => cloud.documents<Task>('tasks').find(({ _id }) => _id === id)!
  async function goOn(id = 't1'): Promise<Task> {
    for (let steps = 0; task(id).dueAt !== NEVER; steps += 1) {
      if (steps === 60) throw new Error(`the task does not end: ${JSON.stringify({ ...task(id), notes })}`)
      clock.ms = Math.max(clock.ms, task(id).dueAt)
      await step()
    }
    return task(id)
  }
  const run = async (kind: string, input: Record<string, unknown> = {}, id = 't1') => {
    await create(kind, input, id)
    return goOn(id)
  }

  /**
   * Kills the work just before, then just after, each of its writes in turn, lets it go on, and hands each ending to `check` beside the
   * undisturbed one. The number of writes.
   */
  async function killedAtEachWrite(
    seed: () => Promise<void>,
    begin: () => Promise<unknown>,
    ending: () => unknown,
    when: 'before' | 'after',
  ): Promise<number> {
    clear()
    await seed()
    await begin()
    await goOn()
    const expected = ending()
    for (let n = 1; ; n += 1) {
      clear()
      await seed()
      await begin()
      const dying = dyingAt(cloud.database, n, when)
      const ended = await Promise.race([step(dying.database), dying.died])
      if (ended !== 'died') return n
      await goOn()
      expect({ n, ending: ending() }).toEqual({ n, ending: expected })
    }
  }

  return {
    cloud: () => cloud,
    clock,
    notes,
    stored,
    clear,
    calling,
    step,
    put,
    create,
    task,
    goOn,
    run,
    killedAtEachWrite,
  }
}
