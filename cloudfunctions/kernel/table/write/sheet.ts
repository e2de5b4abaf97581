import type { Cell } from './writeCsv'

export interface SheetColumn {
  title: string
  /** In characters, as a spreadsheet counts; a Chinese one takes two. */
  width: number
  /** `date` takes `YYYY-MM-DD`, `int` whole numbers; what is neither is written as text. */
  kind: 'text' | 'date' | 'int'
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}
