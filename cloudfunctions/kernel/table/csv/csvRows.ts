import { TableRefused } from '../refused'
import { UNREADABLE, type TableRow } from '../row'
import { dialectOf, LONGEST_ROW, Records } from './records'
import { textOf } from './text'

/** Rows with unreadable characters from which on the file as a whole is in another encoding, with their share of all. */
const GARBLED = { rows: 20, share: 0.01 }

/**
 * Rows of CSV bytes, blank ones included, in pieces as the bytes come.
 * @throws TableRefused `encoding`, `longRow`, `openQuote`, `nul`
 */
export async function* csvRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<TableRow[]> {
  let records: Records | undefined
  let beginning = ''
  const garbled = garbledCount()
  for await (const text of textOf(chunks)) {
    garbled.watch(text)
    if (records) {
      yield garbled.judge(records.take(text))
      continue
    }
    beginning += text
    const dialect = dialectOf(beginning, beginning.length > LONGEST_ROW)
    if (!dialect) continue
    records = new Records(dialect)
    yield garbled.judge(records.take(beginning))
  }
  if (records) yield garbled.judge(records.take('', true))
  else yield garbled.judge(new Records(dialectOf(beginning, true)!).take(beginning, true))
}

/** Counts rows with unreadable characters; looks at single cells only from the first such character on. */
function garbledCount() {
  let watched = false
  let count = 0
  let first = 0
  return {
    watch(text: string): void {
      watched ||= text.includes(UNREADABLE)
    },
    judge(rows: TableRow[]): TableRow[] {
      if (!watched) return rows
      for (const { row, cells } of rows) {
        if (!cells.some(cell => cell.includes(UNREADABLE))) continue
        count++
        first ||= row
        if (count >= GARBLED.rows && count > row * GARBLED.share) throw wrongEncoding(first)
      }
      return rows
    },
  }
}

const wrongEncoding = (row: number) =>
  new TableRefused(
    'encoding',
    `从第 ${row} 行起有很多认不出的字，不是 UTF-8 也不是 GB18030。用 Excel 打开看看字对不对，另存为 .xlsx 再传`,
    row,
  )
