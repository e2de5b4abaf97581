import type { Cell } from './writeCsv'

export interface SheetColumn {
  title: string
  /** In characters, as a spreadsheet counts; a Chinese one takes two. */
  width: number
  /** `date` takes `YYYY-MM-DD`, `int` whole numbers; what is neither is written as text. */
  kind: 'text' | 'date' | 'int'
  /** The heading is coloured: the column is the one to fill in. */
  toFill?: boolean
  /** What a spreadsheet offers for a cell; anything else may be typed, too. */
  choices?: readonly string[]
}

export interface Sheet {
  name: string
  /** Lines above the headings, over the whole width; the first is large. */
  title?: readonly string[]
  columns: readonly SheetColumn[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** Columns at the left that stay in view; the rows down to the headings always do. */
  frozen?: number
  /** To be printed and sent: lines around the cells, text that wraps. Otherwise a plain list. */
  framed?: boolean
}
