import { columnLetters } from '../columnName'
import type { Sheet, SheetColumn } from './sheet'
import type { Cell } from './writeCsv'
import { cellXml } from './xmlText'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** Positions in the workbook's cell styles. */
const STYLE = { text: 1, date: 2, heading: 3 }
const DAY_MS = 86_400_000
/** Text is handed on in pieces of about this many characters. */
const PIECE = 64 * 1024

/** One sheet as XML, piece by piece. */
export async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index))
  let piece =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    '<sheetData>'
  let row = 1
  piece += `<row r="1">${columns.map(({ title }, index) => textCell(`${letters[index]}1`, STYLE.heading, title)).join('')}</row>`
  for await (const cells of rows) {
    row++
    piece += `<row r="${row}">`
    for (let index = 0; index < columns.length; index++)
      piece += cellOf(`${letters[index]}${row}`, columns[index]!, cells[index])
    piece += '</row>'
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

function cellOf(at: string, { kind }: SheetColumn, cell: Cell): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (kind === 'int' && /^(0|-?[1-9]\d{0,14})$/.test(String(cell))) return `<c r="${at}"><v>${cell}</v></c>`
  const serial = kind === 'date' ? serialOf(String(cell)) : undefined
  if (serial !== undefined) return `<c r="${at}" s="${STYLE.date}"><v>${serial}</v></c>`
  return textCell(at, STYLE.text, String(cell))
}

const textCell = (at: string, style: number, text: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`

/** Days as a spreadsheet counts them; undefined for what is no date from March 1900 on, where its calendar is right. */
function serialOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY_MS
  return serial > 60 ? serial : undefined
}
