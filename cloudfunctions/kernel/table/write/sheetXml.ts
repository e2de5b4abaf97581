import { columnLetters } from '../columnName'
import type { Sheet, SheetColumn } from './sheet'
import { STYLE } from './styles'
import type { Cell } from './writeCsv'
import { cellXml, escaped } from './xmlText'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DAY_MS = 86_400_000
/** Text is handed on in pieces of about this many characters. */
const PIECE = 64 * 1024
/** Characters that fit across a sheet of A4, upright, and the most that are still readable when they are made to fit. */
const UPRIGHT_WIDTH = 90
const READABLE_WIDTH = 260
/** Points: the height of a title's line, and of headings of two lines. */
const TITLE_HEIGHT = 30
const HEADING_HEIGHT = 34
/** Points: of a line of text, and above and below a cell's lines. */
const LINE_HEIGHT = 15
const ROW_PADDING = 4
/** Rows that a choice is offered for, however many there are now. */
const LAST_ROW = 1_048_576

/** The row of a sheet's headings, from 1. */
export const headingRow = ({ title = [] }: Sheet): number => title.length + 1

/** One sheet as XML, piece by piece. */
export async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const { columns, rows, framed } = sheet
  const letters = columns.map((_, index) => columnLetters(index))
  let row = headingRow(sheet)
  let piece =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    `${fits(sheet) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}${viewXml(sheet)}` +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${titleRows(sheet)}${headings(sheet, letters)}`
  for await (const cells of rows) {
    row++
    piece += `<row r="${row}"${framed ? heightOf(cells, columns) : ''}>`
    for (let index = 0; index < columns.length; index++)
      piece += cellOf(`${letters[index]}${row}`, columns[index]!, cells[index], framed)
    piece += '</row>'
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData>${mergedTitles(sheet, letters)}${choicesXml(sheet, letters)}${pageXml(sheet)}</worksheet>`
}

/** Characters a text takes across, as columns count them. */
const acrossOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)

/** High enough for the cell with the most lines: not every program looks for itself. */
function heightOf(cells: readonly Cell[], columns: readonly SheetColumn[]): string {
  const lines = columns.map(({ width }, index) => Math.ceil(acrossOf(String(cells[index] ?? '')) / (width - 1)))
  return ` ht="${Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING}" customHeight="1"`
}

/** The rows down to the headings stay in view, and the sheet's frozen columns. */
function viewXml(sheet: Sheet): string {
  const { frozen = 0 } = sheet
  const row = headingRow(sheet)
  const across = frozen > 0 ? `xSplit="${frozen}" ` : ''
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft'
  return (
    '<sheetViews><sheetView workbookViewId="0">' +
    `<pane ${across}ySplit="${row}" topLeftCell="${columnLetters(frozen)}${row + 1}" activePane="${pane}" state="frozen"/>` +
    '</sheetView></sheetViews>'
  )
}

const titleRows = ({ title = [] }: Sheet): string =>
  title
    .map((line, index) => {
      const row = index + 1
      const height = index === 0 ? ` ht="${TITLE_HEIGHT}" customHeight="1"` : ''
      return `<row r="${row}"${height}>${textCell(`A${row}`, index === 0 ? STYLE.title : STYLE.subtitle, line)}</row>`
    })
    .join('')

function headings(sheet: Sheet, letters: readonly string[]): string {
  const row = headingRow(sheet)
  const { framed, columns } = sheet
  const cells = columns.map(({ title, toFill }, index) =>
    textCell(
      `${letters[index]}${row}`,
      framed ? STYLE.framedHeading : toFill ? STYLE.headingToFill : STYLE.heading,
      title,
    ),
  )
  return `<row r="${row}"${framed ? ` ht="${HEADING_HEIGHT}" customHeight="1"` : ''}>${cells.join('')}</row>`
}

function mergedTitles({ title = [], columns }: Sheet, letters: readonly string[]): string {
  if (title.length === 0 || columns.length < 2) return ''
  const merged = title.map((_, index) => `<mergeCell ref="A${index + 1}:${letters.at(-1)}${index + 1}"/>`)
  return `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`
}

/** Offered and not enforced: a code may be typed where a name is offered. A list has no room for more than 255 characters. */
function choicesXml(sheet: Sheet, letters: readonly string[]): string {
  const from = headingRow(sheet) + 1
  const offered = sheet.columns.flatMap(({ choices }, index) =>
    choices
      ? `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters[index]}${from}:${letters[index]}${LAST_ROW}">` +
        `<formula1>"${escaped(choices.join(','))}"</formula1></dataValidation>`
      : [],
  )
  return offered.length === 0 ? '' : `<dataValidations count="${offered.length}">${offered.join('')}</dataValidations>`
}

const widthOf = ({ columns }: Sheet): number => columns.reduce((sum, { width }) => sum + width, 0)
const fits = (sheet: Sheet): boolean => widthOf(sheet) <= READABLE_WIDTH

/** A4, upright where it is narrow enough, all columns on one page, page numbers below. */
function pageXml(sheet: Sheet): string {
  const orientation = widthOf(sheet) <= UPRIGHT_WIDTH ? 'portrait' : 'landscape'
  const fit = fits(sheet) ? ' fitToWidth="1" fitToHeight="0"' : ''
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}"${fit}/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'
  )
}

function cellOf(at: string, { kind }: SheetColumn, cell: Cell, framed = false): string {
  if (cell === null || cell === undefined || cell === '') return framed ? `<c r="${at}" s="${STYLE.framedText}"/>` : ''
  if (kind === 'int' && /^(0|-?[1-9]\d{0,14})$/.test(String(cell)))
    return framed ? `<c r="${at}" s="${STYLE.framedNumber}"><v>${cell}</v></c>` : `<c r="${at}"><v>${cell}</v></c>`
  const serial = kind === 'date' ? serialOf(String(cell)) : undefined
  if (serial !== undefined) return `<c r="${at}" s="${STYLE.date}"><v>${serial}</v></c>`
  return textCell(at, framed ? STYLE.framedText : STYLE.text, String(cell))
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
