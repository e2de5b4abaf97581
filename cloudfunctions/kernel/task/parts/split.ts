import { openTable, withLocalFile } from '../../table'
import { CannotGoOn, type TaskCall } from '../kind'
import { columnsFound, orCannotGoOn, type ColumnsFound, type ColumnsWanted } from './columnsFound'
import { DoubleFinder, type DoubledRow, type RowOfPerson } from './doubles'
import { DOUBLES, HEADINGS, MOST_PARTS, partName, type TaskFolder } from './folder'

/** A part of a list: for each row its number as a spreadsheet counts, then a cell for each of `fields`. */
export interface Part<Field extends string> {
  fields: Field[]
  rows: [row: number, cells: string[]][]
}

/** How a list's columns were understood, for who reads the results. */
export type Headings<Field extends string> = Pick<ColumnsFound<Field>, 'headings' | 'unknown'>

/** A cell by its field; a field without a column reads as empty. */
export type Cells<Field extends string> = (field: Field) => string

export interface SplitWanted<Field extends string> extends ColumnsWanted<Field> {
  fileID: string
  partRows: number
  /** Whom a row names, as the list's own reading has it; undefined where it names nobody. */
  person: (cell: Cells<Field>) => Omit<RowOfPerson, 'content'> | undefined
}

/** How far a list is split; `whole` when there are no more rows. */
export interface SplitSoFar {
  parts: number
  rows: number
  /** Rows that repeat another one of the file; known when it is whole. */
  doubles: number
  whole: boolean
}

/** Parts on their way into storage at a time. */
const LANES = 4

/**
 * Cuts an operator's file into parts, from part `from` + 1 on, as many as fit into the step and one at least. A workbook can
 * only be read from its beginning, so a later step reads again what stands already, without writing it: what is kept in
 * memory of each row, to find doubles in the whole file, comes together again on the way.
 * @throws CannotGoOn with what the operator can do about the file
 */
export async function split<Field extends string>(
  wanted: SplitWanted<Field>,
  from: number,
  folder: TaskFolder,
  call: TaskCall,
): Promise<SplitSoFar> {
  return withLocalFile(call.files, wanted.fileID, path => splitLocal(path, wanted, from, folder, call)).catch(
    orCannotGoOn,
  )
}

async function splitLocal<Field extends string>(
  path: string,
  wanted: SplitWanted<Field>,
  from: number,
  folder: TaskFolder,
  call: TaskCall,
): Promise<SplitSoFar> {
  const table = await openTable(path, { batch: wanted.partRows })
  try {
    const columns = columnsFound(table, wanted)
    const named = cellsBy(columns.fields)
    if (from === 0) await folder.write(HEADINGS, headingsOf(columns))
    const finder = new DoubleFinder()
    const so: SplitSoFar = { parts: 0, rows: 0, doubles: 0, whole: false }
    const firstRows: number[] = []
    let writing: Promise<void>[] = []
    for await (const batch of table.batches()) {
      // there is more to read, and the step is over
      if (so.parts > from && call.left() <= 0) {
        await Promise.all(writing)
        return so
      }
      if (so.parts === MOST_PARTS)
        throw new CannotGoOn(`名单超过 ${MOST_PARTS * wanted.partRows} 行。分成几份上传，一份一份地导`)
      const rows: Part<Field>['rows'] = batch.map(({ row, cells }) => [
        row,
        columns.places.map(place => withoutTextMark(cells[place] ?? '')),
      ])
      for (const [row, cells] of rows) addTo(finder, row, cells, named, wanted)
      firstRows.push(rows[0]![0])
      so.parts += 1
      so.rows += rows.length
      if (so.parts <= from) continue
      const written = folder.write(partName(so.parts), { fields: columns.fields, rows })
      // waited for below; a failure must not be loose until then
      written.catch(() => undefined)
      writing.push(written)
      if (writing.length < LANES) continue
      await Promise.all(writing)
      writing = []
    }
    await Promise.all(writing)
    const doubles = finder.found()
    if (doubles.length > 0) await folder.write(DOUBLES, packed(doubles, firstRows))
    return { ...so, doubles: doubles.length, whole: true }
  } finally {
    await table.close()
  }
}

const headingsOf = <Field extends string>({ headings, unknown }: ColumnsFound<Field>): Headings<Field> => ({
  headings,
  unknown,
})

/** An apostrophe by which programs mark a number as text: a spreadsheet doesn't show it. */
const TEXT_MARK = /^'[0-9A-Za-z]+$/
const withoutTextMark = (cell: string): string =>
  cell.charCodeAt(0) === 39 && TEXT_MARK.test(cell) ? cell.slice(1) : cell

function addTo<Field extends string>(
  finder: DoubleFinder,
  row: number,
  cells: readonly string[],
  cellsOf: (cells: readonly string[]) => Cells<Field>,
  { person }: SplitWanted<Field>,
): void {
  const named = person(cellsOf(cells))
  if (named) finder.add(row, { ...named, content: contentOf(cells) })
}

/** No character at all. */
const BETWEEN = '\uffff'
/** Cells that have no other spelling, as most rows come. */
const ONE_SPELLING = /^[!-`{-~\u4e00-\u9fff\uffff]*$/

function contentOf(cells: readonly string[]): string {
  const content = cells.join(BETWEEN)
  return ONE_SPELLING.test(content) ? content : cells.map(comparableCell).join(BETWEEN)
}

/** Two spellings of the same thing: full-width or half-width, with spaces or without. */
const comparableCell = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Rows' cells by field, for rows with a cell for each of `fields`. */
export function cellsBy<Field extends string>(fields: readonly Field[]): (cells: readonly string[]) => Cells<Field> {
  const places = new Map<Field, number>(fields.map((field, place) => [field, place]))
  return cells => field => cells[places.get(field) ?? -1] ?? ''
}

/** A doubled row as a task reads it back. */
export interface StoredDouble extends DoubledRow {
  /** The part in which the other row stands. */
  otherPart: number
}

type PackedDouble = [row: number, other: number, verdict: DoubledRow['verdict'], otherPart: number]
const packed = (doubles: readonly DoubledRow[], firstRows: readonly number[]): PackedDouble[] =>
  doubles.map(({ row, other, verdict }) => [row, other, verdict, partOf(other, firstRows)])

/** The part a row stands in, by the first row of each. */
function partOf(row: number, firstRows: readonly number[]): number {
  let [low, high] = [0, firstRows.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (firstRows[middle]! <= row) low = middle
    else high = middle
  }
  return low + 1
}

/** Those of the rows from `first` to `last` that repeat another one of the whole file, by row. */
export async function doublesOf(folder: TaskFolder, first = 1, last = Infinity): Promise<Map<number, StoredDouble>> {
  const stored = await folder.read<PackedDouble[]>(DOUBLES)
  const wanted = stored.filter(([row]) => first <= row && row <= last)
  return new Map(wanted.map(([row, other, verdict, otherPart]) => [row, { row, other, verdict, otherPart }]))
}
