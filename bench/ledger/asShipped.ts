/* The shipped tasks over a folder of lists, in a process of their own: `node asShipped.cjs <folder> <rows>`. Prints what each took. The
   database is stood in for, storage is a folder, and `sealed.ts` stands for seals: those belong to storing. */
import { readKeys } from '../../cloudfunctions/kernel/crypto'
import { comparisonRun } from '../../cloudfunctions/kernel/comparison'
import type { KeptCall } from '../../cloudfunctions/kernel/procedure'
import { rosterImport } from '../../cloudfunctions/kernel/roster'
import type { TaskCall, TaskKind } from '../../cloudfunctions/kernel/task/kind'
import { fileIdOf, filesOnDisk } from './filesOnDisk'
import { LedgerInMemory } from './ledgerInMemory'
import { LISTS, type MeasuredList } from './lists'
import { peakMb, say, timed, type ListRun } from './measured'

const STEP_MS = 40_000
const KEYS = readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) }))
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }

async function main(folder: string, rows: number): Promise<void> {
  const ledger = new LedgerInMemory(rows)
  const call = {
    now: new Date('2024-09-02T01:00:00Z'),
    keys: KEYS,
    files: filesOnDisk(folder),
    store: { ledgerOf: () => ledger, conflicts: { putOnce: async () => undefined } },
    note: (fault: string) => process.stderr.write(`${fault}\n`),
  } as unknown as KeptCall
  const lists: ListRun[] = []
  for (const list of LISTS) lists.push(await timed(list, () => work(list, call)))
  say({ lists, peakMb: peakMb() })
}

/** A task from beginning to end, step by step as the scheduler goes, its checkpoint read back as JSON each time. */
async function work(list: MeasuredList, call: KeptCall) {
  const kind = (list === 'roster' ? rosterImport : comparisonRun) as TaskKind
  const input = { fileID: fileIdOf(`${list}.csv`), ...AUGUST, ...(list === 'roster' ? {} : { source: list }) }
  const task = { id: `task-${list}`, input, checkpoint: undefined as unknown, done: 0, total: 0 }
  let stepBegan = performance.now()
  const left = () => Math.max(0, STEP_MS - (performance.now() - stepBegan))
  const taskCall: TaskCall = { ...call, left }
  for (;;) {
    const chunk = await kind.advance(task, taskCall)
    if (chunk.outcome === 'finished') {
      await kind.tidyUp?.(task, taskCall)
      return { rows: chunk.done, counts: chunk.result }
    }
    task.checkpoint = JSON.parse(JSON.stringify(chunk.checkpoint))
    task.done = chunk.done
    task.total = chunk.total
    if (left() === 0) stepBegan = performance.now()
  }
}

void main(process.argv[2]!, Number(process.argv[3]))
