import { ageOn } from '../time'
import {
  erasedSince,
  group,
  NOBODY,
  partsOf,
  type Counting,
  type Line,
  type Report,
  type ReportOn,
  type Whole,
} from './figure'
import type { EntryOnDay } from './onDay'
import { byOutcome } from './outcome'
import { byContact, byProgress, byService } from './served'

/** Articles of the notice. */
const PEOPLE = '第三条（二）'
const SERVICE = '第五条（四）'
const SUPPORT = '第五条（五）'

/** 16-24岁登记失业青年实名台账及服务情况 (notice §五(四), §六(四)). */
export function youthReport({ campaign }: ReportOn): Report {
  const { ages, window, tags, deadlines } = campaign
  const from = ages.youthFrom.value
  const to = ages.youthTo.value
  const registrations = (entry: EntryOnDay) =>
    entry.registrations.filter(
      ({ kind, endedOn }) => kind === 'unemployment' && (endedOn === undefined || endedOn >= window.from),
    )
  const registered = (entry: EntryOnDay) => registrations(entry).length > 0
  const young = ({ age }: EntryOnDay) => age !== undefined && age >= from && age <= to
  const active = (entry: EntryOnDay) => registrations(entry).find(({ state }) => state === 'active')
  const pending = (entry: EntryOnDay) => registrations(entry).some(({ state }) => state === 'filed')
  const all: Whole = { of: 'youth', counts: entry => young(entry) && registered(entry) }
  const inForce: Whole = { of: 'youthActive', counts: entry => all.counts(entry) && active(entry) !== undefined }
  const months = tags.longTermYouth.helpMonths.value
  const long: Counting = entry => (active(entry)?.months ?? -1) >= months
  /** Young when the registration, or the campaign, began, and no longer so. */
  const agedOut: Counting = entry => {
    const { bornOn, age } = entry
    if (bornOn === undefined || age === undefined || age <= to) return false
    return registrations(entry).some(
      ({ filedOn }) => ageOn(bornOn, filedOn > window.from ? filedOn : window.from) <= to,
    )
  }
  return {
    title: `${from}-${to}岁登记失业青年实名台账及服务情况`,
    main: [
      ['youth', '登记失业青年'],
      ['youthActive', '登记在册'],
      ['longTerm', '长期失业青年'],
      ['youthReached', '已联系'],
      ['youthServedAll', '“1131”都做了'],
      ['youthEmployed', '就业了'],
    ],
    toFill: [],
    groups: [
      group('总数', PEOPLE, [
        'youth',
        '登记失业青年',
        `报表日满 ${from} 周岁、不满 ${to + 1} 周岁，${window.from} 以来有过失业登记（包括受理中和已结束）的人，是不是毕业生都算，一个人算一次；${NOBODY}`,
        all.counts,
      ]),
      partsOf(
        all,
        '登记现在怎样',
        PEOPLE,
        ['youthActive', '失业登记在册', '失业登记已受理、没有结束的人', e => active(e) !== undefined],
        ['youthPending', '受理中', '没有在册的失业登记，有一份在等受理的人', e => !active(e) && pending(e)],
        ['youthEnded', '已结束', '失业登记都已结束的人', e => !active(e) && !pending(e)],
      ),
      partsOf(
        all,
        '年龄（报表日的周岁）',
        PEOPLE,
        ...Array.from({ length: to - from + 1 }, (_, n) => from + n).map((age): Line => [
          `age${age}`,
          `${age} 周岁`,
          `报表日满 ${age} 周岁、不满 ${age + 1} 周岁的人，生日当天就算满`,
          entry => entry.age === age,
        ]),
      ),
      partsOf(
        inForce,
        '登记了多久',
        SUPPORT,
        [
          'longTerm',
          '长期失业青年',
          `在册的失业登记到报表日连续满 ${months} 个月的人；中间结束过的，从最近一次受理重新算`,
          long,
        ],
        ['notLongTerm', `不到 ${months} 个月`, `在册的失业登记到报表日不满 ${months} 个月的人`, e => !long(e)],
      ),
      byContact('youth', all, '联系了没有', deadlines.contactAttempts.value, SERVICE),
      byService('youth', all, SERVICE),
      byProgress('youth', all, SERVICE),
      byOutcome('youth', all, '结果', SERVICE),
      group(
        '不在上面总数里的',
        PEOPLE,
        [
          'agedOut',
          `满 ${to + 1} 周岁转出的`,
          `${window.from} 以来有过失业登记，登记那天（比 ${window.from} 早的，${window.from} 那天）不满 ${to + 1} 周岁、报表日已经满了的人；已经开始的服务照常`,
          agedOut,
        ],
        [
          'ageUnknown',
          '不知道年龄的',
          `${window.from} 以来有过失业登记、没有出生日期，算不了年龄的人`,
          e => registered(e) && e.age === undefined,
        ],
      ),
      erasedSince(PEOPLE),
    ],
  }
}
