import type { BeijingDate } from '../domain/time'

const WEEKDAYS = '日一二三四五六'

/** 8月22日 周四: the day as one says it. */
export function readDay(date: BeijingDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return `${month}月${day}日 周${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}`
}

/** 8月22日. */
export function readShortDay(date: BeijingDate): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}
