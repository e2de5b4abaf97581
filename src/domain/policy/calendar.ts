/* Days as whole numbers since 1970-01-01, months as whole numbers since January of 1800: what a rule reckons with, tens of times
   a person. Same meaning as in `../time`, whose days are texts. A day that isn't known, or that nobody can mean, is NaN, and so
   is what follows. */

const FIRST_YEAR = 1800
const YEARS = 500
const DAY_MS = 86_400_000
const MONTHS_A_DAY = 4_800 / 146_097

/** First day of each month from 1800 to 2299, and of the one after. */
const STARTS = Int32Array.from({ length: YEARS * 12 + 1 }, (_, month) => Date.UTC(FIRST_YEAR, month, 1) / DAY_MS)
const FIRST_DAY = STARTS[0]!
const LAST_DAY = STARTS[YEARS * 12]! - 1

/** The month that a known day lies in. */
function monthAt(day: number): number {
  let month = Math.floor((day - FIRST_DAY) * MONTHS_A_DAY)
  // months are up to three days off the mean, and those days add up to less than a month
  if (STARTS[month]! > day) month -= 1
  else if (STARTS[month + 1]! <= day) month += 1
  return month
}

const isKnown = (day: number): boolean => day >= FIRST_DAY && day <= LAST_DAY

/** The date in a month, or the month's last day where it has no such date. */
function dateIn(month: number, date: number): number {
  const start = STARTS[month]
  if (start === undefined) return NaN
  const end = STARTS[month + 1]
  return end === undefined ? NaN : Math.min(start + date - 1, end - 1)
}

export const yearOf = (day: number): number => (isKnown(day) ? FIRST_YEAR + Math.floor(monthAt(day) / 12) : NaN)
/** 1 to 12. */
export const monthOf = (day: number): number => (isKnown(day) ? (monthAt(day) % 12) + 1 : NaN)
export const endOfMonth = (day: number): number => (isKnown(day) ? STARTS[monthAt(day) + 1]! - 1 : NaN)

/** Same day `n` months on, or the month's last day where it has none: 民法典 §202. `n` may be negative; whole ones count. */
export function addMonths(day: number, n: number): number {
  if (!isKnown(day)) return NaN
  const month = monthAt(day)
  return dateIn(month + Math.floor(n), day - STARTS[month]! + 1)
}

/** Whole months between two days, negative when `to` is earlier; a month counts on the day `addMonths` lands on. */
export function monthsBetween(from: number, to: number): number {
  if (!isKnown(from) || !isKnown(to)) return NaN
  if (to < from) return -monthsBetween(to, from)
  const months = monthAt(to) - monthAt(from)
  return addMonths(from, months) <= to ? months : months - 1
}

/** A date of a year and month, or the month's last day where it has no such date. */
export const dateOf = (year: number, month: number, date: number): number =>
  dateIn((Math.floor(year) - FIRST_YEAR) * 12 + Math.floor(month) - 1, Math.floor(date))

const ZERO = 48
const DASH = 45

/** The day that `YYYY-MM-DD` writes, from 1900 to 2100; NaN for anything else. */
export function readDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NaN
  let digits = 0
  for (let at = 0; at < 10; at += 1) {
    if (at === 4 || at === 7) continue
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) return NaN
    digits = digits * 10 + digit
  }
  const year = Math.floor(digits / 10_000)
  const month = Math.floor(digits / 100) % 100
  const date = digits % 100
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || date < 1) return NaN
  const start = (year - FIRST_YEAR) * 12 + month - 1
  const day = STARTS[start]! + date - 1
  return day < STARTS[start + 1]! ? day : NaN
}

/** Year, month and date of a known day. */
function partsOf(day: number): readonly [year: number, month: number, date: number] {
  const month = monthAt(day)
  return [FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, day - STARTS[month]! + 1]
}

const written = new Map<number, string>()
const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** A known day as `YYYY-MM-DD`. */
export function writeDay(day: number): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const [year, month, date] = partsOf(day)
  const text = `${year}-${two(month)}-${two(date)}`
  // there are no more of them than a calendar has
  written.set(day, text)
  return text
}

/** A known day as a person reads it: 2024年8月22日. */
export function chineseDay(day: number): string {
  const [year, month, date] = partsOf(day)
  return `${year}年${month}月${date}日`
}
