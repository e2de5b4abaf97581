import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { BeijingDate } from './beijing'

dayjs.extend(utc)

const day = (date: BeijingDate) => dayjs.utc(date)
const text = (date: dayjs.Dayjs): BeijingDate => date.format('YYYY-MM-DD')

/** `n` may be negative. */
export const addDays = (date: BeijingDate, n: number): BeijingDate => text(day(date).add(n, 'day'))

/** Same day `n` months on, or the month's last day where it has none: 民法典 §202. */
export const addMonths = (date: BeijingDate, n: number): BeijingDate => text(day(date).add(n, 'month'))

/** Same day `n` years on; 02-29 falls on 02-28 in a common year: 民法典 §202. */
export const addYears = (date: BeijingDate, n: number): BeijingDate => text(day(date).add(n, 'year'))

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: BeijingDate, to: BeijingDate): number => day(to).diff(day(from), 'day')

/**
 * Whole months from `from` to `to`, negative when `to` is earlier; a month counts on the day `addMonths` lands on, so
 * 2024-08-31 to 2025-02-28 is six.
 */
export function monthsBetween(from: BeijingDate, to: BeijingDate): number {
  if (to < from) return -monthsBetween(to, from)
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
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
