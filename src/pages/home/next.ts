import { readDay, readShortDay } from '../../components/readDay'
import { servicesDone } from '../../components/ServiceStrip'
import { daysBetween, type BeijingDate } from '../../domain/time'
import type { HomeEntry } from './entry'

/** What comes next, who does it, by when: the one card that stands out. */
export interface Next {
  title: string
  text: string
  /** A second thought, in a line of its own. */
  more?: string
  /** How long is left, where a day is known. */
  left?: string
  /** What the person can do about it; nothing where they only wait. */
  act?: { label: string; to: 'form' } | { label: string; to: 'phone' } | { label: string; to: 'number' }
}

const ALL = 6

/** Between filing and acceptance: nobody has set a day for it, and none is promised. */
const pendingText = (district: string): string =>
  `${district}在核对你交的，对上了就受理，从那天算。哪天受理还没有定，受理了这里会写。`

/**
 * What comes next for a person whose registration stands. A day is named only where the ledger holds one; a day that went
 * by without a call is owned up to, where the ledger was read since (`asOf`).
 */
export function nextThing(
  entry: Pick<HomeEntry, 'contactState' | 'nextDue' | 'served' | 'no'>,
  { pending, district, today, asOf }: { pending: boolean; district: string; today: BeijingDate; asOf: BeijingDate },
): Next {
  const { contactState, nextDue, no } = entry
  const { left, until } = dueWords(nextDue, today)
  const waiting = pending ? { more: pendingText(district) } : {}
  // What was read before the day came can't tell whether it was kept.
  if (nextDue && nextDue < today && asOf <= nextDue && contactState !== 'refused')
    return {
      title: '看看联系过你没有',
      text: `${district}说好${readShortDay(nextDue)}前联系你，那天已经过了。连上网，这里才有最新的。`,
      ...waiting,
    }
  if (nextDue && nextDue < today && contactState !== 'refused')
    return {
      title: '说好的日子过了',
      text: `${district}该在${readShortDay(nextDue)}前联系你，这里没有记到。打 12333 问一声，报登记编号。`,
      more: `登记编号 ${no}`,
      left: `过了 ${daysBetween(nextDue, today)} 天`,
      act: { label: '打 12333', to: 'phone' },
    }
  switch (contactState) {
    case 'none':
      return {
        title: `${district}给你打电话`,
        text: `${until && `${until}。`}问问你的打算，一起定下 6 次服务的时间。不会要验证码，不收钱。`,
        ...waiting,
        ...left,
      }
    case 'reached':
      if (pending) return { title: `等${district}受理`, text: pendingText(district), more: '现在不用你做什么。' }
      if (servicesDone(entry.served) === ALL)
        return {
          title: '6 次服务都做过了',
          text: '还想要岗位或培训，打 12333 说一声。找到工作了，在“我的”里结束登记。',
        }
      return {
        title: `${district}安排下一次服务`,
        text: `${until && `${until}。`}会先打电话约时间，你现在不用做什么。`,
        ...left,
      }
    case 'unreachable':
      return {
        title: '电话没打通，看看号码',
        text: `${district}打过你的电话，没接通。号码换了就改，没换就留意来电，${until ? `${until}还会再打` : '还会再打'}。`,
        ...waiting,
        ...left,
        act: { label: '看看号码', to: 'number' },
      }
    case 'refused':
      return {
        title: '想要服务随时说',
        text: `上次你说不用。改主意了打 12333，或者等${district}下次来问。`,
        ...waiting,
      }
  }
}

function dueWords(nextDue: BeijingDate | undefined, today: BeijingDate) {
  if (!nextDue || nextDue < today) return { left: {}, until: '' }
  const days = daysBetween(today, nextDue)
  return {
    left: { left: days === 0 ? '就在今天' : `还有 ${days} 天` },
    until: `${readDay(nextDue)}前`,
  }
}
