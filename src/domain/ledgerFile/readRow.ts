import { dayIn } from '../roster'
import { addDays, type BeijingDate } from '../time'
import { isDateField, LEDGER_FIELDS, type LedgerCells, type LedgerField } from './columns'
import { plainCell } from './cells'

/** Why a row is not taken in: the column, and what to do. Never the value itself. */
export interface RowRefusal {
  field: LedgerField
  reason: string
}

/** A day as a spreadsheet counts it, where a cell has lost its format: 18264 to 73050 are the years 1950 to 2099. */
function dayCounted(cell: string): BeijingDate | undefined {
  const serial = /^\d{5}(\.0+)?$/.test(cell) ? Number(cell) : 0
  return serial >= 18_264 && serial <= 73_050 ? addDays('1899-12-30', serial) : undefined
}

/** A date as it was written may come back in another spelling of the same day. */
const cellOf = (field: LedgerField, text: string): string => {
  const cell = plainCell(text)
  if (!isDateField(field)) return cell
  const counted = dayCounted(cell)
  if (counted !== undefined) return counted
  const day = dayIn(cell)
  return day.ok ? (day.value ?? '') : cell
}

const NO = /^QH\d{2}(-[0-9A-Z]{4}){2}$/

/** Reads a row that a district hands back, every cell in its normal form. */
export function readLedgerRow(
  cell: (field: LedgerField) => string,
): { ok: true; row: LedgerCells } | { ok: false; refusals: RowRefusal[] } {
  const row = Object.fromEntries(LEDGER_FIELDS.map(field => [field, cellOf(field, cell(field))])) as LedgerCells
  const refusals: RowRefusal[] = []
  row.no = row.no.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (row.no === '')
    refusals.push({ field: 'no', reason: '没有登记编号，认不出是谁。不能在这里加人，请本人登记或导入名单' })
  else if (!NO.test(row.no)) refusals.push({ field: 'no', reason: '登记编号不对，请从导出的表里原样复制' })
  if (row.check === '') refusals.push({ field: 'check', reason: '没有校验码。用导出的表改，不要删校验码' })
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, row }
}
