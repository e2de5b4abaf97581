import { TableRefused } from '../refused'
import type { TableRow } from '../row'
import { restored } from '../formula'

/** Characters a row may have; beyond it the file has no line breaks or a quote is open. */
export const LONGEST_ROW = 1_000_000
/** Characters a cell may have: what a spreadsheet itself allows. */
const LONGEST_CELL = 32_767

export interface Dialect {
  delimiter: string
  newline: '\n' | '\r'
}

const DELIMITERS = [',', '\t', ';', '|']

/** The dialect that a file's beginning speaks; `undefined` while no line is complete. */
export function dialectOf(text: string, whole: boolean): Dialect | undefined {
  let quoted = false
  const seen = new Map(DELIMITERS.map(each => [each, 0]))
  const chosen = () => DELIMITERS.reduce((best, each) => (seen.get(each)! > seen.get(best)! ? each : best))
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && at + 1 === text.length && !whole) return undefined
      const newline = char === '\r' && text[at + 1] !== '\n' && at + 1 < text.length ? '\r' : '\n'
      // lines of delimiters alone or of nothing say less than the first that holds something
      if (text.slice(0, at).trim() !== '') return { delimiter: chosen(), newline }
    } else if (seen.has(char)) seen.set(char, seen.get(char)! + 1)
  }
  return whole ? { delimiter: chosen(), newline: '\n' } : undefined
}

/**
 * Cuts CSV text (RFC 4180, and what people's files do beyond it) into rows. Rows may be ragged; a quote within an unquoted
 * cell is a character; text after a closing quote is kept, unless the quotes held a line break: then a quote was left open
 * above and the rows below it would be swallowed silently.
 */
export class Records {
  private rest = ''
  private row = 0
  private readonly delimiter: number
  private readonly newline: number

  constructor(private readonly dialect: Dialect) {
    this.delimiter = dialect.delimiter.charCodeAt(0)
    this.newline = dialect.newline.charCodeAt(0)
  }

  /**
   * The rows that are complete with this piece; `last` says that nothing follows.
   * @throws TableRefused `longRow`, `openQuote`, `nul`
   */
  take(piece: string, last = false): TableRow[] {
    const text = this.rest === '' ? piece : this.rest + piece
    this.refuseNul(text)
    const rows: TableRow[] = []
    let from = 0
    let quote = text.indexOf('"')
    while (from < text.length) {
      if (quote !== -1 && quote < from) quote = text.indexOf('"', from)
      let end = text.indexOf(this.dialect.newline, from)
      if (end === -1 && !last && quote === -1) break
      if (end === -1) end = text.length
      const cells: string[] = []
      const next =
        quote === -1 || quote > end ? this.plainRow(text, from, end, cells) : this.quotedRow(text, from, last, cells)
      if (next === undefined || (next > text.length && !last)) break
      this.row++
      rows.push({ row: this.row, cells })
      from = next
    }
    this.rest = text.slice(from)
    if (this.rest.length > LONGEST_ROW) throw tooLong(this.row + 1)
    return rows
  }

  /** A row without quotes: [from, end). @returns where the next begins */
  private plainRow(text: string, from: number, end: number, cells: string[]): number {
    const stop = end > from && this.newline === 10 && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    let begin = from
    for (let at = from; at < stop; at++) {
      if (text.charCodeAt(at) !== this.delimiter) continue
      cells.push(cellOf(text.slice(begin, at)))
      begin = at + 1
    }
    cells.push(cellOf(text.slice(begin, stop)))
    return end + 1
  }

  /** A row with quotes. @returns where the next begins, undefined when the row isn't complete yet */
  private quotedRow(text: string, from: number, last: boolean, cells: string[]): number | undefined {
    let at = from
    for (;;) {
      let cell = ''
      if (text.charCodeAt(at) === 34) {
        const close = this.closing(text, at, last)
        if (close === undefined) return undefined
        cell = text.slice(at + 1, close)
        const broken = cell.includes(this.dialect.newline)
        if (cell.includes('""')) cell = cell.replaceAll('""', '"')
        at = close + 1
        if (broken && !this.endsAt(text, at, last)) throw openQuote(this.row + 1)
      }
      const begin = at
      while (at < text.length && text.charCodeAt(at) !== this.delimiter && text.charCodeAt(at) !== this.newline) at++
      if (at === text.length && !last) return undefined
      const ends = at === text.length || text.charCodeAt(at) === this.newline
      const stop = ends && at > begin && this.newline === 10 && text.charCodeAt(at - 1) === 13 ? at - 1 : at
      cells.push(cellOf(cell + text.slice(begin, stop)))
      at++
      if (ends) return at
    }
  }

  /** Where the quote opened at `open` closes; undefined when that is not known yet. */
  private closing(text: string, open: number, last: boolean): number | undefined {
    let at = open + 1
    for (;;) {
      const close = text.indexOf('"', at)
      if ((close === -1 ? text.length : close) - open > LONGEST_CELL * 2) throw openQuote(this.row + 1)
      if (close === -1 && last) throw openQuote(this.row + 1)
      if (close === -1 || (close + 1 === text.length && !last)) return undefined
      if (text.charCodeAt(close + 1) !== 34) return close
      at = close + 2
    }
  }

  private endsAt(text: string, at: number, last: boolean): boolean {
    if (at === text.length) return last
    const char = text.charCodeAt(at)
    if (char === this.delimiter || char === this.newline) return true
    return char === 13 && (at + 1 === text.length || text.charCodeAt(at + 1) === this.newline)
  }

  private refuseNul(text: string): void {
    const nul = text.indexOf('\0')
    if (nul === -1) return
    const row = this.row + text.slice(0, nul).split(this.dialect.newline).length
    throw new TableRefused(
      'nul',
      `第 ${row} 行有不是文字的字节，文件可能传坏了，或者没有按文本保存。用 Excel 打开，另存为「CSV UTF-8」再传`,
      row,
    )
  }
}

/** What a cell's characters mean: our own guard against formulas taken off, and the `="0012"` by which exports keep leading zeros. */
function cellOf(text: string): string {
  const first = text.charCodeAt(0)
  if (first === 39) return restored(text)
  if (first === 61 && text.length > 2 && text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1)
  return text
}

const openQuote = (row: number) =>
  new TableRefused('openQuote', `第 ${row} 行有一个双引号没有成对，后面的行会被吞掉。把这个引号补上或删掉再传`, row)

const tooLong = (row: number) =>
  new TableRefused('longRow', `第 ${row} 行太长，文件里多半没有换行。一个人占一行，再传一次`, row)
