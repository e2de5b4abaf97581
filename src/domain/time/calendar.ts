import type { BeijingDate } from './beijing'

// Plain arithmetic: an import asks for several of these for each of hundreds of thousands of people

const DAY_MS = 86_400_000

const partsOf = (date: BeijingDate): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]
const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
const text = (year: number, month: number, day: number): BeijingDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** Days since 1970-01-01. */
function dayNumber(date: BeijingDate): number {
  const [year, month, day] = partsOf(date)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `n` may be negative. */
export function addDays(date: BeijingDate, n: number): BeijingDate {
  const then = new Date((dayNumber(date) + n) * DAY_MS)
  return text(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate())
}

/** Same day `n` months on, or the month's last day where it has none: 民法典 §202. */
export function addMonths(date: BeijingDate, n: number): BeijingDate {
  const [fromYear, fromMonth, day] = partsOf(date)
  const months = fromYear * 12 + fromMonth - 1 + n
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  // no month is shorter than 28 days
  return text(year, month, day <= 28 ? day : Math.min(day, lastOfMonth(year, month)))
}

/** Same day `n` years on; 02-29 falls on 02-28 in a common year: 民法典 §202. */
export const addYears = (date: BeijingDate, n: number): BeijingDate => addMonths(date, n * 12)

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: BeijingDate, to: BeijingDate): number => dayNumber(to) - dayNumber(from)

/**
 * Whole months from `from` to `to`, negative when `to` is earlier; a month counts on the day `addMonths` lands on, so
 * 2024-08-31 to 2025-02-28 is six.
 */
export function monthsBetween(from: BeijingDate, to: BeijingDate): number {
  if (to < from) return -monthsBetween(to, from)
  const [fromYear, fromMonth] = partsOf(from)
  const [toYear, toMonth] = partsOf(to)
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth
  return addMonths(from, months) <= to ? months : months - 1
}

/** -1, 0 or 1: for sorting. */
export const compare = (a: BeijingDate, b: BeijingDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Age in full years (周岁), reached on the birthday itself. Someone born on 02-29 has no such day in a common year; by
 * 民法典 §202 the year then runs to the end of February, so the age is reached on 03-01. Negative before birth.
 */
export function ageOn(bornOn: BeijingDate, on: BeijingDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) >= bornOn.slice(5) ? years : years - 1
}

/** The day as a person reads it: 2024年8月22日. */
export function chineseDate(date: BeijingDate): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}
