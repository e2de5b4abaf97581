import { readDay, readShortDay } from '../../components/readDay'
import type { OwnEntry } from '../../contract/graduate'
import { beijingDate, daysBetween, type BeijingDate } from '../../domain/time'

/** 上午好, by the hour of `YYYY-MM-DD HH:mm`. */
export function greeting(dateTime: string): string {
  const hour = Number(dateTime.slice(11, 13))
  if (hour < 5) return '夜里好'
  if (hour < 11) return '上午好'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}

/** A registration's state in words: who does what now. */
export function stateWords({ status, filedAt, acceptedAt, effectiveFrom }: OwnEntry['registrations'][number]): string {
  const filed = readShortDay(beijingDate(new Date(filedAt)))
  if (status === 'filed') return `受理中，${filed}交的，现在不用你做什么`
  if (status === 'ended') return '已经结束'
  const since = effectiveFrom ?? (acceptedAt ? beijingDate(new Date(acceptedAt)) : undefined)
  return since ? `有效，${readShortDay(since)}起算` : `有效，${filed}登记`
}

interface NextThing {
  title: string
  text: string
  /** How long is left, where a day is known. */
  left?: string
}

/** What comes next, by when, and who does it. The day comes from the ledger; without one none is promised. */
export function nextThing(
  entry: Pick<OwnEntry, 'contactState' | 'nextDue'>,
  district: string,
  today: BeijingDate,
): NextThing {
  const { contactState, nextDue } = entry
  const by = nextDue && nextDue >= today ? nextDue : undefined
  const left = by === undefined ? undefined : by === today ? '就在今天' : `还有 ${daysBetween(today, by)} 天`
  const until = by ? `${readDay(by)}前。` : ''
  const late = nextDue && nextDue < today ? `说好${readShortDay(nextDue)}前的，过了。打 12333 说一声，会有人催。` : ''
  const rest = left ? { left } : {}
  if (contactState === 'reached')
    return { title: `${district}安排下一次服务`, text: late || `${until}会先打电话约时间，你现在不用做什么。`, ...rest }
  if (contactState === 'unreachable')
    return {
      title: '电话没打通，看看号码',
      text: `${district}打过你的电话，没接通。号码换了就在“我的”里改，${until || '还会再打。'}`,
      ...rest,
    }
  if (contactState === 'refused')
    return { title: '想要服务随时说', text: `上次你说不用。改主意了打 12333，或者等${district}下次来问。`, ...rest }
  return {
    title: `${district}给你打电话`,
    text: late || `${until}问问你的打算，一起定下 6 次服务的时间。不会要验证码，不收钱。`,
    ...rest,
  }
}
