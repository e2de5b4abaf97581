import { readFile } from 'node:fs/promises'
import { openTable, withTemporaryFile, writeXlsx } from '../cloudfunctions/kernel/table'
import { ledgerExport } from '../cloudfunctions/kernel/ledgerFile/exportKind'
import { ledgerImport } from '../cloudfunctions/kernel/ledgerFile/importKind'
import { rosterImport } from '../cloudfunctions/kernel/roster'
import type { TaskKind } from '../cloudfunctions/kernel/task'
import type { LedgerEntry } from '../src/domain/ledger'
import { headingOf, LEDGER_COLUMNS, LEDGER_FIELDS, type LedgerField } from '../src/domain/ledgerFile'
import { newTask } from '../src/domain/task'
import { listStage } from './listStage'
import { rosterCsv } from './rosterFile'

/** The day on which tables go out and come back. */
export const AS_OF = '2024-09-02'

/** A file's rows by heading. */
export type Rows = Record<string, string>[]

const heading = (field: LedgerField) => headingOf(LEDGER_COLUMNS.find(column => column.field === field)!)

/** The exported rows, with what a district writes into one of them. */
export const edited = (rows: Rows, change: Partial<Record<LedgerField, string>>, at = 0): Rows =>
  rows.map((row, n) =>
    n === at
      ? { ...row, ...Object.fromEntries(Object.entries(change).map(([f, text]) => [heading(f as LedgerField), text])) }
      : row,
  )

/** Rows as the workbook that a district uploads. */
export function workbook(rows: Rows): Promise<Buffer> {
  const columns = LEDGER_COLUMNS.map(column => ({ title: headingOf(column), width: 10, kind: column.kind }))
  return withTemporaryFile(async path => {
    await writeXlsx(path, [
      { name: '台账', columns, rows: rows.map(row => LEDGER_FIELDS.map(field => row[heading(field)])) },
    ])
    return readFile(path)
  })
}

/** A district's ledger that goes out as a table and comes back, on a database and storage in the test's own process. */
export function ledgerFileStage() {
  const stage = listStage(ledgerExport as TaskKind, ledgerImport as TaskKind, rosterImport as TaskKind)
  const { cloud, calling, clock, task, goOn } = stage

  const ledger = () =>
    cloud()
      .documents<LedgerEntry>('ledger')
      .sort((a, b) => (a.no < b.no ? -1 : 1))
  /** Takes in a made-up list and gives its people to a district. */
  async function people(count: number, district = 'haidian') {
    await stage.run('roster.import', rosterCsv(count), { batch: '2024-07', asOf: '2024-07-31' }, `roster-${district}`)
    const unplaced = cloud().database.collection('ledger').where({ handlingDistrict: null })
    await unplaced.update({ data: { handlingDistrict: district }, multi: true })
  }
  /** Changes the entries that meet a condition, past the functions. */
  const change = (condition: object, data: object) =>
    cloud().database.collection('ledger').where(condition).update({ data, multi: true })
  const beginExport = (input: Record<string, unknown> = { district: 'haidian' }, id = 'export-1') =>
    calling().call.store.tasks.create(
      newTask({ id, kind: 'ledger.export', input: { asOf: AS_OF, ...input }, by: 'gao-yuan' }, clock.ms),
    )
  async function exported(input?: Record<string, unknown>, id = 'export-1') {
    await beginExport(input, id)
    return goOn(id)
  }
  async function rowsOf(id: string, n = 0): Promise<Rows> {
    const table = await openTable(stage.files().stored.get(task(id).files[n]!.fileID)!)
    const rows: Rows = []
    for await (const batch of table.batches())
      for (const { cells } of batch)
        rows.push(Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? ''])))
    return rows
  }
  const handIn = async (rows: Rows, id = 'import-1') =>
    stage.run('ledger.import', await workbook(rows), { batch: '2024-09 海淀', asOf: AS_OF, by: 'gao-yuan' }, id)
  /** Columns and reasons of the rows that were not taken. */
  const refusals = async (id = 'import-1') =>
    (await stage.rowsOf('没收下的行.xlsx', undefined, id)).map(([, column, reason]) => [column, reason])
  /** What tasks have left of their own in storage. */
  const left = () =>
    stage
      .files()
      .paths()
      .filter(path => path.startsWith('tasks/'))

  return { ...stage, ledger, people, change, beginExport, exported, rowsOf, handIn, refusals, left }
}
