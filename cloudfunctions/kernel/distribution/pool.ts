import { planOf, POOL_REASON_NAMES, type Placeable } from '../../../src/domain/distribution'
import type { LedgerEntry } from '../../../src/domain/ledger'
import type { TaskFile } from '../../../src/domain/task'
import { writeCsv } from '../table'
import type { TaskCall } from '../task/kind'
import { leaveResult } from '../task/taskFiles'

/** Rows of one file: a few seconds' reading. */
const ROWS_OF_FILE = 20_000
const PAGE = 1_000
/** Null in a condition also means that the field is absent. */
const UNPLACED = { assignedDistrict: null }

/** How far the pool is listed. */
export interface PoolState {
  after?: string
  /** Rows in the files so far. */
  listed: number
  files: TaskFile[]
}

/** What is read of an entry to say where it belongs, or why nobody can. */
export const POOL_FIELDS = [
  'no',
  'assignedDistrict',
  'handlingDistrict',
  'handlingBy',
  'compared',
  'roster',
  'youthList',
  'erased',
  'status',
] as const satisfies readonly (keyof LedgerEntry)[]

/** Writes the next file of the pool: registration number and reason, nothing else. `more`: there may be further rows. */
export async function writePool(
  taskId: string,
  { after, listed, files }: PoolState,
  call: TaskCall,
): Promise<{ more: boolean; state: PoolState }> {
  const ledger = call.store.ledgerOf('city')
  const rows: [string, string][] = []
  let last = after
  let more = true
  while (more && rows.length < ROWS_OF_FILE) {
    const page = await ledger.findAfter(last, PAGE, ['_id', ...POOL_FIELDS], UNPLACED)
    for (const entry of page) {
      const plan = planOf(entry as Placeable)
      if (plan.outcome === 'pool') rows.push([entry.no, POOL_REASON_NAMES[plan.reason]])
    }
    last = page.at(-1)?._id ?? last
    more = page.length === PAGE
  }
  if (rows.length === 0) return { more: false, state: { listed, files } }
  const part = files.length + 1
  const list = writeCsv([['登记编号', '原因'], ...rows])
  const file = await leaveResult(call.files, taskId, `pool-${part}.csv`, `市级待分配-${part}.csv`, list)
  return { more, state: { ...(last ? { after: last } : {}), listed: listed + rows.length, files: [...files, file] } }
}
