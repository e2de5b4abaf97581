import { DISTRICT_FIELDS, OUR_FIELDS, type LedgerCells, type LedgerField } from './columns'

/** A keyed hash, in hexadecimal digits: nobody without the installation's keys makes one. */
export type Keyed = (text: string) => string

/** Digits that stand for all that is the ledger's own, and for each cell of a district's. */
const OURS_DIGITS = 16
const CELL_DIGITS = 6
const SHAPE = new RegExp(`^r([0-9a-f]{${OURS_DIGITS}})-r([0-9a-f]{${CELL_DIGITS * DISTRICT_FIELDS.length}})$`)

const oursCode = (keyed: Keyed, cells: LedgerCells): string =>
  keyed(JSON.stringify(['ours', ...OUR_FIELDS.map(field => cells[field])])).slice(0, OURS_DIGITS)
const cellCode = (keyed: Keyed, field: LedgerField, cells: LedgerCells): string =>
  keyed(JSON.stringify([field, cells[field]])).slice(0, CELL_DIGITS)

/**
 * A row's check code: it says of the row that comes back, and of the entry as it stands then, what has changed since the
 * export. Letters keep a spreadsheet from taking it for a number.
 */
export const checkCodeOf = (keyed: Keyed, cells: LedgerCells): string =>
  `r${oursCode(keyed, cells)}-r${DISTRICT_FIELDS.map(field => cellCode(keyed, field, cells)).join('')}`

/** What a check code tells of cells: whether they are as they were exported. */
export interface Exported {
  ours(cells: LedgerCells): boolean
  cell(field: LedgerField, cells: LedgerCells): boolean
}

/** Undefined for what is no check code. */
export function exportedBy(code: string, keyed: Keyed): Exported | undefined {
  const [, ours, district] = SHAPE.exec(code) ?? []
  if (ours === undefined || district === undefined) return undefined
  const place = (field: LedgerField) => DISTRICT_FIELDS.indexOf(field) * CELL_DIGITS
  return {
    ours: cells => oursCode(keyed, cells) === ours,
    cell: (field, cells) => cellCode(keyed, field, cells) === district.slice(place(field), place(field) + CELL_DIGITS),
  }
}
