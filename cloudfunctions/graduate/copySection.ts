/** One part of the copy: a title, and rows of what and value. */
export interface Section {
  title: string
  rows: [string, string][]
}

export type Row = [string, string | undefined]

/** Rows that say something: an answer that wasn't given isn't stored either. */
export const section = (title: string, rows: readonly Row[]): Section => ({
  title,
  rows: rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== ''),
})
