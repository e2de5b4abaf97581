import { readShortDay } from '../../../components/readDay'
import type { Moment } from '../../../components/Timeline'
import { beijingDateTime, chineseDate, type BeijingDate } from '../../../domain/time'

/**
 * History as it is read, newest first as it came; keys hold even where two things happened in one second. The year is said
 * where it isn't this one.
 */
export const momentsOf = (
  history: readonly { at: string; by: string; what: string; why: string }[],
  today: BeijingDate,
): Moment[] =>
  history.map(({ at, by, what, why }, i) => {
    const [day = '', time = ''] = beijingDateTime(new Date(at)).split(' ')
    const read = day.slice(0, 4) === today.slice(0, 4) ? readShortDay(day) : chineseDate(day)
    // 本人申请 says who it was already.
    const who = why.startsWith(by) ? why : [by, why].filter(Boolean).join('，')
    return {
      key: `${at}-${history.length - i}`,
      what,
      note: `${read} ${time.replace(/^0/, '')}，${who}`,
      state: 'done',
    }
  })
