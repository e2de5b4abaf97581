/* Days as whole numbers since 1970-01-01, months and years with the plain calendar's arithmetic: what a rule reckons with, tens
   of times a person. Same meaning as in `../time`, whose days are texts. A day that isn't known is NaN, and so is what follows. */

const DAYS_IN_ERA = 146_097
const DAYS_TO_1970 = 719_468

/** The day `date` of a month; a month beyond the year's is one of a later or earlier year. */
export function dayOf(year: number, month: number, date: number): number {
  // years from March on, eras of 400 years: a leap day is the last of its year
  const months = year * 12 + month - 3
  const y = Math.floor(months / 12)
  const m = months - y * 12
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * m + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970
}

/** Months since year 0 and the date in the month, as `months * 32 + date`; only of a day that is known. */
function monthAndDate(day: number): number {
  const shifted = day + DAYS_TO_1970
  const era = Math.floor(shifted / DAYS_IN_ERA)
  const dayOfEra = shifted - era * DAYS_IN_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  return ((yearOfEra + era * 400) * 12 + m + 2) * 32 + dayOfYear - Math.floor((153 * m + 2) / 5) + 1
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in the month, counted in months since year 0. */
function lengthOf(months: number): number {
  const month = months % 12
  return month === 1 && isLeap((months - 1) / 12) ? 29 : LENGTHS[month]!
}

/** The date in a month since year 0, or the month's last day where it has no such date. */
const dateIn = (months: number, date: number): number =>
  dayOf(0, months + 1, date <= 28 ? date : Math.min(date, lengthOf(months)))

export const yearOf = (day: number): number => (Number.isNaN(day) ? NaN : Math.floor((monthAndDate(day) >> 5) / 12))
/** 1 to 12. */
export const monthOf = (day: number): number => (Number.isNaN(day) ? NaN : ((monthAndDate(day) >> 5) % 12) + 1)

export function endOfMonth(day: number): number {
  if (Number.isNaN(day)) return NaN
  const months = monthAndDate(day) >> 5
  return dayOf(0, months + 1, lengthOf(months))
}

/** Same day `n` months on, or the month's last day where it has none: 民法典 §202. `n` may be negative; whole ones count. */
export function addMonths(day: number, n: number): number {
  if (Number.isNaN(day)) return NaN
  const from = monthAndDate(day)
  return dateIn((from >> 5) + Math.floor(n), from & 31)
}

/** Whole months between two days, negative when `to` is earlier; a month counts on the day `addMonths` lands on. */
export function monthsBetween(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return NaN
  if (to < from) return -monthsBetween(to, from)
  const first = monthAndDate(from)
  const last = monthAndDate(to)
  const months = (last >> 5) - (first >> 5)
  return addMonths(from, months) <= to ? months : months - 1
}

/** A date of a year and month, or the month's last day where it has no such date. */
export const dateOf = (year: number, month: number, date: number): number =>
  dateIn(Math.floor(year) * 12 + Math.floor(month) - 1, Math.floor(date))

const ZERO = 48

/** The day that `YYYY-MM-DD` writes, from 1900 to 2100; NaN for anything else. */
export function readDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN
  let digits = 0
  for (let at = 0; at < 10; at += 1) {
    if (at === 4 || at === 7) continue
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return NaN
    digits = digits * 10 + digit
  }
  const year = Math.floor(digits / 10_000)
  const month = Math.floor(digits / 100) % 100
  const date = digits % 100
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || date < 1) return NaN
  return date <= 28 || date <= lengthOf(year * 12 + month - 1) ? dayOf(year, month, date) : NaN
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** As `YYYY-MM-DD`. */
export function writeDay(day: number): string {
  const parts = monthAndDate(day)
  return `${String(Math.floor((parts >> 5) / 12)).padStart(4, '0')}-${two(((parts >> 5) % 12) + 1)}-${two(parts & 31)}`
}

/** As a person reads it: 2024年8月22日. */
export function chineseDay(day: number): string {
  const parts = monthAndDate(day)
  return `${Math.floor((parts >> 5) / 12)}年${((parts >> 5) % 12) + 1}月${parts & 31}日`
}
