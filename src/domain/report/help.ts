import { firstContactDue } from '../ledger'
import type { BeijingDate } from '../time'
import {
  erasedSince,
  group,
  NOBODY,
  partsOf,
  termText,
  type Counting,
  type Report,
  type ReportOn,
  type Whole,
} from './figure'
import type { EntryOnDay } from './onDay'
import { byProgress, byService } from './served'

/** Articles of the notice. */
const LEDGER = '第五条（三）'
const SERVICE = '第五条（四）'

/** What the person asked for themselves. */
const own = ({ registrations }: EntryOnDay) => registrations.filter(({ askedOn }) => askedOn !== undefined)
const firstAsked = (entry: EntryOnDay): BeijingDate =>
  own(entry)
    .map(({ askedOn }) => askedOn!)
    .sort()[0]!

/** How contact stands since somebody first asked for help, each in exactly one state. */
function contactOf(entry: EntryOnDay, { campaign, day }: ReportOn) {
  const asked = firstAsked(entry)
  const due = firstContactDue(campaign, asked)
  const answered = entry.spokenOn.find(on => on >= asked)
  if (answered !== undefined) return answered <= due ? 'inTerm' : 'late'
  if (entry.contact === 'reached' || entry.contact === 'refused')
    return entry.spokenOn.length > 0 ? 'onlyBefore' : 'someDay'
  if (entry.contact === 'unreachable') return 'unreachable'
  if (own(entry).every(({ state }) => state === 'ended')) return 'endedBefore'
  return day <= due ? 'waiting' : 'overdue'
}

/** 求职登记小程序求助毕业生联系服务情况 (notice §六(四)). */
export function helpReport(on: ReportOn): Report {
  const { campaign } = on
  const { firstContact, contactAttempts } = campaign.deadlines
  const { cohort } = campaign
  const all: Whole = { of: 'registered', counts: entry => own(entry).length > 0 }
  const kinds = (entry: EntryOnDay) => new Set(own(entry).map(({ kind }) => kind))
  const some = (entry: EntryOnDay, state: 'filed' | 'active') => own(entry).some(each => each.state === state)
  const contact =
    (wanted: ReturnType<typeof contactOf>): Counting =>
    entry =>
      contactOf(entry, on) === wanted
  const term = termText(firstContact)
  return {
    title: '求职登记小程序求助毕业生联系服务情况',
    main: [
      ['registered', '小程序登记的人'],
      ['inTerm', '按时联系了'],
      ['waiting', '等联系'],
      ['overdue', '过期没联系'],
      ['helpServedAll', '“1131”都做了'],
    ],
    toFill: [],
    groups: [
      group('总数', LEDGER, [
        'registered',
        '小程序登记的人',
        `到报表日在小程序里交过求职登记或失业登记的人，撤回了的也算，一个人算一次；${NOBODY}`,
        all.counts,
      ]),
      partsOf(
        all,
        '是不是毕业生',
        LEDGER,
        ['ofCohort', `${cohort.name}毕业生`, `${cohort.name}高校毕业生`, e => e.cohort === cohort.year],
        [
          'ofOtherCohorts',
          '其他届毕业生',
          `高校毕业生，不是${cohort.name}的`,
          e => e.cohort !== undefined && e.cohort !== cohort.year,
        ],
        ['noGraduates', '不是高校毕业生', '没有读过大专以上，或者还没有毕业的人', e => e.cohort === undefined],
      ),
      partsOf(
        all,
        '登记的是哪一种',
        LEDGER,
        ['onlyJobSeeking', '只求职登记', '只交过求职登记的人', e => !kinds(e).has('unemployment')],
        ['onlyUnemployment', '只失业登记', '只交过失业登记的人', e => !kinds(e).has('jobSeeking')],
        ['bothKinds', '两种都有', '两种都交过的人', e => kinds(e).size === 2],
      ),
      partsOf(
        all,
        '登记现在怎样',
        LEDGER,
        ['inForce', '在册', '报表日有一种登记在册的人', e => some(e, 'active')],
        ['pendingOnly', '受理中', '没有在册的登记，失业登记在等受理的人', e => !some(e, 'active') && some(e, 'filed')],
        ['endedAll', '都结束了', '交过的登记都已结束的人', e => !some(e, 'active') && !some(e, 'filed')],
      ),
      partsOf(
        all,
        `联系了没有（第一次交登记后 ${term}内要联系）`,
        SERVICE,
        ['inTerm', '按时联系了', `第一次交登记后 ${term}内联系上的人，拒绝服务的也算联系了`, contact('inTerm')],
        ['late', '联系晚了', `第一次交登记 ${term}以后才联系上的人`, contact('late')],
        [
          'onlyBefore',
          '登记以前联系过',
          '名单上有，交登记以前就联系上了，交登记以后还没有再联系上的人',
          contact('onlyBefore'),
        ],
        ['someDay', '联系了，没记日期', '只记了联系结果、没有日期，看不出按没按时的人', contact('someDay')],
        ['waiting', '等联系', `还没有联系上，交登记没超过 ${term}的人`, contact('waiting')],
        ['overdue', '过期没联系', `还没有联系上，交登记已经超过 ${term}的人`, contact('overdue')],
        [
          'unreachable',
          '联系不上',
          `在至少 ${contactAttempts.value} 个不同日子联系过、都没接通的人`,
          contact('unreachable'),
        ],
        ['endedBefore', '联系之前就结束了', '没有联系上，登记已经都结束了的人', contact('endedBefore')],
      ),
      byService('help', all, SERVICE),
      byProgress('help', all, SERVICE),
      group('另外', SERVICE, [
        'helpRefused',
        '拒绝服务',
        '联系上了，最后一次说不要服务的人',
        e => all.counts(e) && e.contact === 'refused',
      ]),
      erasedSince(LEDGER),
    ],
  }
}
