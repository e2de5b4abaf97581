import { isGarbled } from './mojibake'
import { TableRefused } from './refused'
import { isBlank, type TableRow } from './row'

/** Rows of a title (年份、单位) that may stand above the headings. */
const TITLE_ROWS = 5

/** Rows with something in them that must be seen before {@link headerOf} can tell. */
export const SEEN_FOR_HEADER = TITLE_ROWS + 2

/** What no heading looks like: an ID, a phone number, a date, a number that lost its digits. */
const IS_DATA = /^'?(\d{6,}[\dxX]?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d(\.\d+)?e\+?\d+)$/i

const filled = (cells: readonly string[]): number => cells.filter(cell => cell.trim() !== '').length

/**
 * The row of headings among a file's first rows: the first, or, below up to five rows of title with a single cell each, the first with
 * several.
 * @throws TableRefused `empty`, `noHeader`, `encoding`, `tooManyColumns`
 */
export function headerOf(first: readonly TableRow[], mostColumns: number): TableRow {
  const rows = first.filter(({ cells }) => !isBlank(cells))
  if (rows.length === 0) throw new TableRefused('empty', '表里没有内容。看看是不是传错了文件')
  const several = rows.findIndex(({ cells }) => filled(cells) > 1)
  // with one cell in each row there is one column, and its heading is on top
  const header = rows[several > 0 && several <= TITLE_ROWS ? several : 0]!
  const names = header.cells.map(cell => cell.trim())
  while (names.at(-1) === '') names.pop()
  const { row } = header
  if (names.some(name => IS_DATA.test(name)))
    throw new TableRefused(
      'noHeader',
      `第 ${row} 行已经是数据，没有列名。在最上面加一行列名（姓名、证件号码……）再传`,
      row,
    )
  if (isGarbled(names))
    throw new TableRefused(
      'encoding',
      `第 ${row} 行的列名是乱码，这份文件另存的时候选错了编码。找没有乱码的原件，用 Excel 另存为 .xlsx 再传`,
      row,
    )
  refuseTooWide({ row, cells: names }, mostColumns)
  return { row, cells: names }
}

/** @throws TableRefused `tooManyColumns` */
export function refuseTooWide({ row, cells }: TableRow, mostColumns: number): void {
  if (cells.length <= mostColumns) return
  if (isBlank(cells.slice(mostColumns))) return
  throw new TableRefused(
    'tooManyColumns',
    `第 ${row} 行有 ${mostColumns} 列以上。看看分列有没有错，删掉用不上的列再传`,
    row,
  )
}
