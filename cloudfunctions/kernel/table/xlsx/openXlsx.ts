import type { LocalBytes } from '../localBytes'
import { TableRefused } from '../refused'
import { isBlank, type OpenRows, type TableRow } from '../row'
import { openArchive } from './archive'
import { readSharedStrings } from './sharedStrings'
import { sheetRows } from './sheet'
import { readStyles } from './styles'
import { readWorkbook } from './workbook'

/**
 * Opens a workbook at the named sheet, or at the first that holds something, visible ones first.
 * @throws TableRefused `noSheet`, `empty` and what the archive and its parts throw
 */
export async function openXlsx(file: LocalBytes, mostColumns: number, wanted?: string): Promise<OpenRows> {
  const archive = await openArchive(file.source)
  try {
    const workbook = await readWorkbook(archive)
    const named = workbook.sheets.filter(({ name }) => wanted === undefined || name.trim() === wanted.trim())
    if (wanted !== undefined && named.length === 0) throw noSheet(workbook.sheets.map(({ name }) => name))
    const strings = await readSharedStrings(archive, workbook.sharedStrings)
    const styles = await readStyles(archive, workbook.styles)
    for (const { name, part } of named) {
      const rows = sheetRows(archive, part, { strings, styles, from1904: workbook.from1904 }, mostColumns)
      const first = await firstFilled(rows)
      if (first) return { rows: rowsFrom(first, rows), sheet: name, close: closing(rows, archive) }
    }
    throw new TableRefused('empty', '工作表都是空的。看看是不是传错了文件')
  } catch (error) {
    archive.close()
    throw error
  }
}

async function firstFilled(rows: AsyncGenerator<TableRow[]>): Promise<TableRow[] | undefined> {
  for (let next = await rows.next(); !next.done; next = await rows.next())
    if (next.value.some(({ cells }) => !isBlank(cells))) return next.value
  return undefined
}

async function* rowsFrom(first: TableRow[], rest: AsyncGenerator<TableRow[]>): AsyncGenerator<TableRow[]> {
  yield first
  yield* rest
}

const closing = (rows: AsyncGenerator<TableRow[]>, archive: { close(): void }) => async () => {
  await rows.return(undefined)
  archive.close()
}

const noSheet = (names: string[]) =>
  new TableRefused('noSheet', `没有这个名字的工作表。文件里有：${names.slice(0, 10).join('、') || '（一个也没有）'}`)
