import { readShortDay } from '../../components/readDay'
import type { Moment } from '../../components/Timeline'
import { beijingDateTime } from '../../domain/time'

/** Who it was, by role: a name never stands in history. */
const ACTORS: Record<string, string> = {
  self: '你自己',
  staff: '区里的工作人员',
  operator: '管理人员',
  scheduler: '到时间自动办的',
  roster: '市教委名单',
}

/** History as it is read, newest first as it came; keys hold even where two things happened in one second. */
export const momentsOf = (history: readonly { at: string; by: string; what: string; why: string }[]): Moment[] =>
  history.map(({ at, by, what, why }, i) => {
    const [day = '', time = ''] = beijingDateTime(new Date(at)).split(' ')
    const who = ACTORS[by] ?? by
    return {
      key: `${at}-${history.length - i}`,
      what,
      note: why && why !== what ? `${who}，${why}` : who,
      when: `${readShortDay(day)} ${time}`,
      state: 'done',
    }
  })
