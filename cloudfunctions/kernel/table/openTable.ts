import { kindOf } from './contents'
import { csvRows } from './csv/csvRows'
import { headerOf, refuseTooWide, SEEN_FOR_HEADER } from './header'
import { localBytes, type LocalBytes } from './localBytes'
import { TableRefused } from './refused'
import { isBlank, type OpenRows, type TableRow } from './row'
import { openXlsx } from './xlsx/openXlsx'

export interface OpenOptions {
  /** Name of the sheet; the first with rows when not given. */
  sheet?: string
  /** Columns a row may have; 200 when not given. */
  mostColumns?: number
  /** Rows in a batch, at most; 1,000 when not given. */
  batch?: number
}

/** An operator's file, open for reading once. */
export interface Table {
  /** The headings, trimmed; an empty one keeps its place. */
  header: string[]
  /** Where they stand, as a spreadsheet counts. */
  headerRow: number
  /** Name of the sheet, where there are sheets. */
  sheet?: string
  /**
   * The rows below the headings that hold something, in batches. A row may have fewer cells than the header, or more.
   * @throws TableRefused where the file turns out to be unreadable further down
   */
  batches(): AsyncGenerator<TableRow[]>
  /** Lets go of the file; needed only where `batches` isn't begun. */
  close(): Promise<void>
}

/**
 * Opens an operator's CSV or XLSX file; what it is is told by its content. Memory stays bounded whatever the size.
 * @param source path of a local file, or its bytes
 * @throws TableRefused with what the operator can do about it
 */
export async function openTable(source: string | Buffer, options: OpenOptions = {}): Promise<Table> {
  const { mostColumns = 200, batch = 1_000 } = options
  const file = await localBytes(source)
  const opened = (await kindOf(file)) === 'xlsx' ? await openXlsx(file, mostColumns, options.sheet) : openCsv(file)
  const { rows, close } = opened
  try {
    const first: TableRow[] = []
    let ended = false
    while (!ended && first.filter(({ cells }) => !isBlank(cells)).length < SEEN_FOR_HEADER) {
      const next = await rows.next()
      if (next.done) ended = true
      else first.push(...next.value)
    }
    const header = headerOf(first, mostColumns)
    const below = first.filter(({ row, cells }) => row > header.row && !isBlank(cells))
    if (ended && below.length === 0)
      throw new TableRefused('noRows', '只有一行列名，下面没有人。看看导出有没有做完，每个人要占一行')
    const body = filledRows(chain(below, rows), mostColumns)
    return {
      header: header.cells,
      headerRow: header.row,
      ...(opened.sheet === undefined ? {} : { sheet: opened.sheet }),
      batches: () => batched(body, batch, close),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function openCsv(file: LocalBytes): OpenRows {
  const rows = csvRows(file.chunks())
  return { rows, close: async () => void (await rows.return(undefined)) }
}

async function* chain(first: TableRow[], rest: AsyncIterable<TableRow[]>): AsyncGenerator<TableRow[]> {
  yield first
  yield* rest
}

async function* filledRows(pieces: AsyncIterable<TableRow[]>, mostColumns: number): AsyncGenerator<TableRow[]> {
  for await (const piece of pieces) {
    const rows = piece.filter(({ cells }) => !isBlank(cells))
    for (const row of rows) refuseTooWide(row, mostColumns)
    yield rows
  }
}

async function* batched(
  pieces: AsyncIterable<TableRow[]>,
  size: number,
  close: () => Promise<void>,
): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  try {
    for await (const piece of pieces) {
      for (const row of piece) {
        batch.push(row)
        if (batch.length < size) continue
        yield batch
        batch = []
      }
    }
    if (batch.length > 0) yield batch
  } finally {
    await close()
  }
}
