import type { Shown } from './styles'

const DAY_MS = 86_400_000
/** Digits a spreadsheet keeps of a number; a longer ID number typed as a number has lost its end. */
const KEPT_DIGITS = 15

/**
 * A number cell as text. Dates become `YYYY-MM-DD` (with ` HH:MM:SS` where the style shows a time and there is one). Whole numbers
 * of up to 15 digits are written out, whatever the program that saved them wrote (`1.3900000001E10`). Anything longer
 * stays as the file has it, so that `1.10105200206174E+17` can be seen for what it is: an ID number whose end is lost.
 */
export function numberText(raw: string, shown: Shown, from1904: boolean): string {
  if (typeof shown === 'object') return /^\d+$/.test(raw) ? raw.padStart(shown.digits, '0') : plain(raw)
  if (shown === 'number') return plain(raw)
  return dateText(Number(raw), shown, from1904) ?? plain(raw)
}

function plain(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw
  const value = Number(raw)
  if (!Number.isFinite(value) || Math.abs(value) >= 10 ** KEPT_DIGITS) return raw
  if (Number.isInteger(value)) return String(value)
  // 0.1 + 0.2 is kept as 0.30000000000000004 and shown as 0.3
  return String(Number(value.toPrecision(KEPT_DIGITS)))
}

/** undefined for what is no day of the spreadsheet's calendar */
function dateText(serial: number, shown: 'date' | 'dateTime' | 'time', from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial >= 2_958_466) return undefined
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) {
    day += 1
    seconds = 0
  }
  const time = () => new Date(seconds * 1000).toISOString().slice(11, 19)
  if (shown === 'time') return day === 0 ? time() : undefined
  // 1900 is counted as a leap year: day 60 never was
  if (!from1904 && (day === 60 || day === 0)) return undefined
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(epoch + day * DAY_MS).toISOString().slice(0, 10)
  return shown === 'dateTime' && seconds > 0 ? `${date} ${time()}` : date
}
