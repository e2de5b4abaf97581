import { UNITS, type Unit } from '../../../src/domain/report'
import { isHandedOut, LEDGER_FIELDS, ROW_FIELDS } from '../../../src/domain/ledgerFile'
import { dayOf } from '../../../src/domain/ledger'
import type { DistrictKey } from '../../../src/domain/district'
import type { TaskFile } from '../../../src/domain/task'
import type { BeijingDate } from '../../../src/domain/time'
import { goOn, type TaskCall, type TaskKind } from '../task/kind'
import { numberedFiles } from '../task/taskFiles'
import { maskedRow } from './row'
import { writeLedger } from './sheets'

/** Entries read with one request, and rows of one piece: about two seconds' opening and masking. */
const PAGE = 500
const PIECE = 1_000

export interface ExportInput extends Record<string, unknown> {
  district?: DistrictKey
  /** Who came into the ledger later is left out. */
  asOf: BeijingDate
}

/** One unit after the other: first its rows go into pieces, then the pieces into its workbook. */
export interface ExportCheckpoint {
  /** Place in the list of units. */
  unit: number
  after?: { id: string; createdAt: string }
  /** File ID of the very first piece; it tells those of all others. */
  first?: string
  /** Pieces written so far, and how many of them belong to units that are done. */
  written: number
  before: number
  /** Rows of this unit, and of all that are done. */
  rows: number
  done: number
  /** Every entry of this unit is in a piece. */
  whole: boolean
  seen: number
  total: number
  files: TaskFile[]
}

const unitsOf = ({ district }: ExportInput): readonly Unit[] => (district ? [district] : UNITS)

/** Writes a district's ledger, or each district's, masked, with a check code on each row (notice §五(三)). */
export const ledgerExport: TaskKind<ExportInput, ExportCheckpoint> = {
  name: 'ledger.export',
  exclusive: ({ district }) => `export:${district ?? 'city'}`,

  async advance({ id, input, checkpoint }, call) {
    const standing = checkpoint ?? (await beginning(input, call))
    const unit = unitsOf(input)[standing.unit]
    if (unit === undefined) {
      const { done, files, seen } = standing
      return { outcome: 'finished', result: { rows: done, files: files.length }, files, done: seen }
    }
    return goOn(await (standing.whole ? write(id, unit, standing, call) : collect(id, unit, input, standing, call)))
  },

  async tidyUp({ id, checkpoint }, call) {
    const stored = pieces(call, id)
    // a first piece may stand whose checkpoint never was written: writing over it tells where
    const first = checkpoint?.first ?? (await stored.write(0, []))
    await stored.remove(first, checkpoint?.written ?? 0)
  },
}

/** Masked rows between reading and writing. */
const pieces = ({ files }: TaskCall, taskId: string) => numberedFiles<string[][]>(files, taskId, 'rows')

async function beginning({ district }: ExportInput, call: TaskCall): Promise<ExportCheckpoint> {
  const counted = await call.store.ledgerOf('city').countBy(district ? 'handlingDistrict' : 'all')
  const total = counted.find(({ key }) => key === (district ?? null))?.count ?? 0
  return { unit: 0, written: 0, before: 0, rows: 0, done: 0, whole: false, seen: 0, total, files: [] }
}

async function collect(
  taskId: string,
  unit: Unit,
  { asOf }: ExportInput,
  standing: ExportCheckpoint,
  call: TaskCall,
): Promise<ExportCheckpoint> {
  const rows: string[][] = []
  let { after, seen } = standing
  let whole = false
  while (!whole && rows.length + PAGE <= PIECE) {
    const district = unit === 'pool' ? null : unit
    const page = await call.store.ledgerOf('city').findHandledBy(district, after, PAGE, ROW_FIELDS)
    for (const entry of page) {
      if (dayOf(entry.createdAt) > asOf || !isHandedOut(entry)) continue
      const cells = maskedRow(entry, call.keys, call.note)
      rows.push(LEDGER_FIELDS.map(field => cells[field]))
    }
    const last = page.at(-1)
    if (last) after = { id: last._id, createdAt: last.createdAt }
    seen += page.length
    whole = page.length < PAGE
  }
  const { first, written } = standing
  const next = { ...standing, ...(after ? { after } : {}), seen, whole, rows: standing.rows + rows.length }
  if (rows.length === 0) return next
  const fileID = await pieces(call, taskId).write(written, rows)
  return { ...next, first: first ?? fileID, written: written + 1 }
}

async function write(
  taskId: string,
  unit: Unit,
  { after: _after, ...standing }: ExportCheckpoint,
  call: TaskCall,
): Promise<ExportCheckpoint> {
  const { first, before, written, rows, done, files } = standing
  const next = { ...standing, unit: standing.unit + 1, before: written, rows: 0, done: done + rows, whole: false }
  if (rows === 0 || first === undefined) return next
  const stored = pieces(call, taskId)
  async function* all() {
    for (let n = before; n < written; n += 1) yield* await stored.read(first!, n)
  }
  return { ...next, files: [...files, await writeLedger(taskId, unit, all(), call.files)] }
}
