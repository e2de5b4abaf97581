/** One row of an operator's file. */
export interface TableRow {
  /** As a spreadsheet counts: from 1, blank rows and rows above the header included. */
  row: number
  /** Text as the person sees it. As many as the file has in this row, so more or fewer than the header where it is ragged. */
  cells: string[]
}

/** What stands in a cell where the file's bytes were no character of its encoding. */
export const UNREADABLE = '\uFFFD'

export const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')

/** A file's rows in pieces as its bytes come, blank ones and the header among them. */
export interface OpenRows {
  rows: AsyncGenerator<TableRow[]>
  /** Name of the sheet, where there are sheets. */
  sheet?: string
  close(): Promise<void>
}
