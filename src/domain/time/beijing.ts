import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { z } from 'zod/mini'

dayjs.extend(utc)

/** A calendar day in Beijing, `YYYY-MM-DD`. Compares as a string. */
export type BeijingDate = string

const EARLIEST = '1900-01-01'
const LATEST = '2100-12-31'
const AHEAD_OF_UTC_MS = 8 * 60 * 60 * 1000

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

function isRealDay(text: string): boolean {
  if (text < EARLIEST || text > LATEST) return false
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  // only the ends of months need a calendar
  if (day <= 28) return month >= 1 && month <= 12 && day >= 1
  const date = new Date(Date.UTC(Number(text.slice(0, 4)), month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A real calendar day from 1900 to 2100. */
export const BeijingDateSchema = z
  .string({ error: '日期请写成 2024-07-01 这样' })
  .check(
    z.regex(SHAPE, { error: '日期请写成 2024-07-01 这样', abort: true }),
    z.refine(isRealDay, '没有这一天，请再看一眼日期'),
  )

/** Whether the schema takes it, for who asks hundreds of thousands of times. */
export const isBeijingDate = (text: string): boolean => SHAPE.test(text) && isRealDay(text)

/** The day it is in Beijing (UTC+8, no daylight saving since 1992) at an instant. */
export const beijingDate = (instant: Date): BeijingDate => inBeijing(instant).format('YYYY-MM-DD')

/** Day and minute in Beijing at an instant, e.g. `2024-08-20 09:41`. */
export const beijingDateTime = (instant: Date): string => inBeijing(instant).format('YYYY-MM-DD HH:mm')

const inBeijing = (instant: Date) => dayjs.utc(instant.getTime() + AHEAD_OF_UTC_MS)
