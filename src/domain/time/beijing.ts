import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { z } from 'zod/mini'

dayjs.extend(utc)

/** A calendar day in Beijing, `YYYY-MM-DD`. Compares as a string. */
export type BeijingDate = string

const EARLIEST = '1900-01-01'
const LATEST = '2100-12-31'
const AHEAD_OF_UTC_MS = 8 * 60 * 60 * 1000

function isRealDay(text: string): boolean {
  if (text < EARLIEST || text > LATEST) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A real calendar day from 1900 to 2100. */
export const BeijingDateSchema = z
  .string({ error: '日期请写成 2024-07-01 这样' })
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期请写成 2024-07-01 这样', abort: true }),
    z.refine(isRealDay, '没有这一天，请再看一眼日期'),
  )

/** The day it is in Beijing (UTC+8, no daylight saving since 1992) at an instant. */
export const beijingDate = (instant: Date): BeijingDate => inBeijing(instant).format('YYYY-MM-DD')

/** Day and minute in Beijing at an instant, e.g. `2024-08-20 09:41`. */
export const beijingDateTime = (instant: Date): string => inBeijing(instant).format('YYYY-MM-DD HH:mm')

const inBeijing = (instant: Date) => dayjs.utc(instant.getTime() + AHEAD_OF_UTC_MS)
