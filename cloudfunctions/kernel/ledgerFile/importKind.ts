import {
  isUntouched,
  LEDGER_NAMES,
  readLedgerRow,
  takeRow,
  titleOfField,
  type HandIn,
  type Handed,
  type LedgerCells,
  type LedgerField,
  type RowRefusal,
} from '../../../src/domain/ledgerFile'
import type { LedgerEntry } from '../../../src/domain/ledger'
import type { BeijingDate } from '../../../src/domain/time'
import { applyPending } from '../effects'
import { CannotGoOn, type TaskCall } from '../task/kind'
import {
  deliveryOf,
  inLanes,
  listKind,
  stored,
  type ListedRow,
  type ListInput,
  type ListRun,
  type Taken,
} from '../task/parts'
import { keyedBy, maskedRow } from './row'

export interface HandInInput extends ListInput<LedgerField> {
  batch: string
  asOf: BeijingDate
  /** The operator's id. */
  by: string
}

/** Changes on their way at a time. */
const LANES = 8

/** Every column has to be there: a row's check code stands for all of them. */
function needed(found: ReadonlySet<LedgerField>): readonly LedgerField[] {
  const missing = LEDGER_NAMES.map(({ field }) => field).filter(field => !found.has(field))
  if (missing.length === 0) return []
  const named = missing.map(field => `“${titleOfField(field)}”`).join('、')
  throw new CannotGoOn(`缺少这些列：${named}。用导出的原表改，不要删列、不要改列名，再上传`)
}

/** Takes back a table that `ledger.export` wrote and a district worked in. */
export const ledgerImport = listKind<HandInInput, LedgerField, LedgerCells>({
  name: 'ledger.import',
  exclusive: () => 'ledger',
  columns: () => ({ known: LEDGER_NAMES, needed }),
  outcomes: ['new', 'changed', 'same'],
  identity: 'no',
  identityName: '登记编号',
  person: cell => {
    const read = readLedgerRow(cell)
    return read.ok ? { identity: read.row.no, name: '' } : undefined
  },
  read: readLedgerRow,
  take: takeRows,
})

const handInOf = ({ taskId, input }: ListRun<HandInInput, LedgerField>, now: Date): HandIn => ({
  ...deliveryOf(taskId, input, now),
  by: input.by,
})

const NOBODY: RowRefusal = { field: 'no', reason: '台账里没有这个登记编号。请从导出的表里原样复制' }

/** Up to 1,000 rows: those nobody touched need no look at the ledger; the others one read, and one update for each that changes. */
async function takeRows(
  rows: readonly ListedRow<LedgerCells>[],
  listRun: ListRun<HandInInput, LedgerField>,
  call: TaskCall,
): Promise<Taken<LedgerField>> {
  const run = handInOf(listRun, call.now)
  const keyed = keyedBy(call.keys)
  const touched = rows.filter(({ row }) => !isUntouched({ row, keyed }))
  const taken: Taken<LedgerField> = {
    counts: { new: 0, changed: 0, same: rows.length - touched.length },
    refused: [],
  }
  const ledger = call.store.ledgerOf('city')
  const found = await ledger.findByNos(touched.map(({ row }) => row.no))
  const standing = new Map(found.map(entry => [entry.no, entry]))
  await inLanes(touched, LANES, async ({ number, row }) => {
    const entry = standing.get(row.no)
    const met = entry ? await handed(entry, row, run, call) : refusedAs(NOBODY)
    if (met.outcome === 'refused') for (const each of met.refusals) taken.refused.push({ number, ...each })
    else taken.counts[met.outcome === 'same' && !met.again ? 'same' : 'changed']! += 1
  })
  return taken
}

const refusedAs = (refusal: RowRefusal): Handed => ({ outcome: 'refused', refusals: [refusal] })

/** Decided and stored; what is still owed elsewhere is done at once. */
async function handed(entry: LedgerEntry, row: LedgerCells, run: HandIn, call: TaskCall): Promise<Handed> {
  const keyed = keyedBy(call.keys)
  const decide = (found: LedgerEntry) =>
    takeRow(found, { row, standing: maskedRow(found, call.keys, call.note), keyed }, run)
  const { met, entry: changed } = await stored(entry, decide, call.store)
  if (met.outcome === 'changed') await applyPending(changed, call)
  return met
}
