import { readShortDay } from '../../components/readDay'
import { chineseDate, type BeijingDate } from '../../domain/time'

/** Whose rules are read: 8月20日的规则, with the year where it isn't this one. */
export const rulesOf = (on: BeijingDate, today: BeijingDate): string =>
  `${on.slice(0, 4) === today.slice(0, 4) ? readShortDay(on) : chineseDate(on)}的规则`
