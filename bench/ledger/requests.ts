/* Database requests of the real tasks on the embedded cloud's database: `node requests.cjs <folder> <rows>`. Prints for each run its rows,
   its outcomes and the requests of all its steps, the queue's own among them. */
import { openStore } from '../../cloudfunctions/kernel/store'
import { readKeys } from '../../cloudfunctions/kernel/crypto'
import { comparisonRun } from '../../cloudfunctions/kernel/comparison'
import type { KeptCall } from '../../cloudfunctions/kernel/procedure'
import { rosterImport } from '../../cloudfunctions/kernel/roster'
import { advanceDue, kindsOf, type TaskKind } from '../../cloudfunctions/kernel/task'
import { newTask, type Task } from '../../src/domain/task'
import { startDatabase } from '../../test/database'
import { fileIdOf, filesOnDisk } from './filesOnDisk'

export interface Requests {
  run: string
  rows: number
  changed: number
  /** Questions put to an operator. */
  conflicts: number
  requests: number
}

const NOW = new Date('2024-09-02T01:00:00Z')
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }
const STEP_MS = 40_000

async function main(folder: string): Promise<void> {
  const cloud = await startDatabase()
  const kinds = kindsOf(rosterImport as TaskKind, comparisonRun as TaskKind)
  const conflicts = () => cloud.documents('conflicts').length

  async function run(name: string, kind: string, input: Record<string, unknown>): Promise<Requests> {
    const connection = cloud.connection()
    const call = {
      now: NOW,
      keys: readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) })),
      store: openStore(connection),
      files: filesOnDisk(folder),
      note: (fault: string) => process.stderr.write(`${fault}\n`),
    } as unknown as KeptCall
    await call.store.tasks.create(
      newTask({ id: name, kind, input: { ...AUGUST, ...input }, by: 'bench' }, NOW.getTime()),
    )
    const asked = conflicts()
    const began = performance.now()
    await advanceDue(kinds, { call: { ...call, elapsed: () => performance.now() - began }, untilMs: STEP_MS * 10 })
    const task = cloud.documents<Task>('tasks').find(({ _id }) => _id === name)
    if (task?.state !== 'done') throw new Error(`${name} has not ended`)
    const { changed = 0 } = task.result ?? {}
    return {
      run: name,
      rows: task.done,
      changed,
      conflicts: conflicts() - asked,
      requests: connection.operations.count,
    }
  }

  const roster = { fileID: fileIdOf('roster.csv') }
  const said = [
    await run('new', 'roster.import', roster),
    await run('unchanged', 'roster.import', roster),
    await run('confirmed by a newer one', 'roster.import', { ...roster, asOf: '2024-09-01' }),
    await run('compared', 'comparison.run', { fileID: fileIdOf('publicSecurity.csv'), source: 'publicSecurity' }),
    await run('compared again', 'comparison.run', { fileID: fileIdOf('publicSecurity.csv'), source: 'publicSecurity' }),
  ]
  process.stdout.write(JSON.stringify(said))
  await cloud.stop()
}

void main(process.argv[2]!)
