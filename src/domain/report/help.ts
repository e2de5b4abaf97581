import { firstContactDue } from '../ledger'
import type { BeijingDate } from '../time'
import { articleOf, changedSince, figures, partsOf, type Figure, type Report, type ReportOn } from './figure'
import type { EntryOnDay } from './onDay'
import { byProgress, byService } from './served'

const own = ({ registrations }: EntryOnDay) => registrations.filter(({ byPerson }) => byPerson)
const firstFiled = (entry: EntryOnDay): BeijingDate =>
  own(entry)
    .map(({ filedOn }) => filedOn)
    .sort()[0]!

/** How the people stand who asked for help through the mini-program, each in exactly one state. */
function contactOf(entry: EntryOnDay, { campaign, day }: ReportOn) {
  const due = firstContactDue(campaign, firstFiled(entry))
  const { contact, contactedOn } = entry
  if (contact === 'undated') return 'undated'
  if (contact === 'reached' || contact === 'refused')
    return contactedOn === undefined ? 'contactedSomeDay' : contactedOn <= due ? 'inTerm' : 'late'
  if (contact === 'unreachable') return 'unreachable'
  if (own(entry).every(({ state }) => state === 'ended')) return 'endedBefore'
  return day <= due ? 'waiting' : 'overdue'
}

/** 求职登记小程序求助毕业生联系服务情况 (notice §六(四)). */
export function helpReport(on: ReportOn): Report {
  const { campaign } = on
  const { firstContact, contactAttempts } = campaign.deadlines
  const article = articleOf(campaign, '五条（三）（四）、第六条（四）')
  const all: Figure['counts'] = entry => own(entry).length > 0
  const kinds = (entry: EntryOnDay) => new Set(own(entry).map(({ kind }) => kind))
  const some = (entry: EntryOnDay, state: 'filed' | 'active') => own(entry).some(each => each.state === state)
  const contact =
    (...wanted: ReturnType<typeof contactOf>[]): Figure['counts'] =>
    entry =>
      wanted.includes(contactOf(entry, on))
  const term = `${firstContact.value} ${firstContact.unit === 'months' ? '个月' : '天'}`
  return {
    title: '求职登记小程序求助毕业生联系服务情况',
    article,
    main: ['registered', 'inTerm', 'waiting', 'overdue', 'helpServedAll'],
    toFill: [],
    groups: [
      {
        title: '总数',
        figures: figures(article, [
          'registered',
          '小程序登记的人',
          '到报表日在小程序里交过求职登记或失业登记的人，撤回了的也算，一个人算一次',
          all,
        ]),
      },
      partsOf(
        'registered',
        all,
        '登记的是哪一种',
        article,
        ['onlyJobSeeking', '只求职登记', '只交过求职登记的人', e => !kinds(e).has('unemployment')],
        ['onlyUnemployment', '只失业登记', '只交过失业登记的人', e => !kinds(e).has('jobSeeking')],
        ['bothKinds', '两种都有', '两种都交过的人', e => kinds(e).size === 2],
      ),
      partsOf(
        'registered',
        all,
        '登记现在怎样',
        article,
        ['inForce', '在册', '报表日有一种登记在册的人', e => some(e, 'active')],
        ['pendingOnly', '受理中', '没有在册的登记，失业登记在等受理的人', e => !some(e, 'active') && some(e, 'filed')],
        ['endedAll', '都结束了', '交过的登记都已结束的人', e => !some(e, 'active') && !some(e, 'filed')],
      ),
      partsOf(
        'registered',
        all,
        `联系了没有（交登记后 ${term}内要联系）`,
        article,
        ['inTerm', '按时联系了', `第一次交登记后 ${term}内联系上的人，拒绝服务的也算联系了`, contact('inTerm')],
        ['late', '联系晚了', `第一次交登记 ${term}以后才联系上的人`, contact('late')],
        [
          'contactedSomeDay',
          '联系了，没记日期',
          '记了联系结果但没有日期，看不出按没按时的人',
          contact('contactedSomeDay'),
        ],
        ['waiting', '等联系', `还没有联系上，交登记还不到 ${term}的人`, contact('waiting')],
        ['overdue', '过期没联系', `还没有联系上，交登记已经超过 ${term}的人`, contact('overdue')],
        [
          'unreachable',
          '联系不上',
          `在至少 ${contactAttempts.value} 个不同日子联系过、都没接通的人`,
          contact('unreachable'),
        ],
        ['endedBefore', '联系之前就结束了', '没有联系上，登记已经都结束了的人', contact('endedBefore')],
        ['contactUndated', '说不清（没有日期）', '记了联系结果但没有日期，而且报表日以后改过的人', contact('undated')],
      ),
      byService('help', all, article),
      byProgress('help', 'registered', all, article),
      {
        title: '另外',
        figures: figures(article, [
          'helpRefused',
          '拒绝服务',
          '联系上了，本人说不要服务的人',
          e => all(e) && e.contact === 'refused',
        ]),
      },
      changedSince(article),
    ],
  }
}
