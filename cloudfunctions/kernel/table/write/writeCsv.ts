import { harmless } from '../formula'

/** What a cell of a file we write may hold. A number is a number; everything else is text and stays as it is. */
export type Cell = string | number | null | undefined

/** A byte order mark: Excel takes CSV without one for GBK. */
export const CSV_START = '\uFEFF'

/**
 * One row of CSV (RFC 4180) with its line end. Text that a spreadsheet would run as a formula gets an apostrophe before it, which our own
 * reader takes off again.
 */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell)
  return /[",\r\n\t;|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A whole CSV file, UTF-8 with byte order mark. */
export function writeCsv(rows: Iterable<readonly Cell[]>): Buffer {
  const pieces: Buffer[] = []
  let piece = CSV_START
  for (const row of rows) {
    piece += csvRow(row)
    if (piece.length < 64 * 1024) continue
    pieces.push(Buffer.from(piece))
    piece = ''
  }
  return Buffer.concat([...pieces, Buffer.from(piece)])
}
