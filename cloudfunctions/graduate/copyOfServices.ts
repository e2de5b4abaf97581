import {
  CONTACT_CHANNEL_NAMES,
  dayOf,
  shownFrom,
  type ContactRecord,
  type LedgerEntry,
  type ServiceKind,
  type TextField,
} from '../../src/domain/ledger'
import { beijingDateTime, chineseDate } from '../../src/domain/time'
import { section, type Row, type Section } from './copySection'

const CONTACTS: Record<LedgerEntry['contactState'], string> = {
  none: '还没有联系',
  reached: '联系上了',
  unreachable: '没有联系上',
  refused: '你说过不需要服务',
}

/** The six services by the bits of `served`. */
const SERVICES: [string, number[]][] = [
  ['政策讲解', [1]],
  ['职业指导', [2]],
  ['岗位推介', [4, 8, 16]],
  ['培训或见习', [32]],
]

const SERVICE_NAMES: Record<ServiceKind, string> = {
  policyBriefing: '政策讲解',
  careerGuidance: '职业指导',
  referral: '岗位推介',
  training: '技能培训',
  traineeship: '就业见习',
}

const FIELD_NAMES: Record<TextField, string> = {
  'intention.occupations': '想做的工作',
  'intention.note': '想说的话',
  'education.school': '学校',
  'education.major': '专业',
  'withdrawal.reason': '撤回的原因',
}

/** How the person is served, as it stands. */
export function services({ contactState, served, nextDue, underReview }: LedgerEntry): Section {
  const done = (bits: number[]) => bits.filter(bit => (served & bit) !== 0).length
  return section('服务记录', [
    ['联系', CONTACTS[contactState]],
    ...SERVICES.map(([name, bits]): Row => [name, `${bits.length} 次，做了 ${done(bits)} 次`]),
    ['下一件事最晚', nextDue && chineseDate(nextDue)],
    ['工作人员在看的文字', underReview.map(field => FIELD_NAMES[field]).join('、')],
  ])
}

const RESULTS: Record<ContactRecord['result'], string> = {
  reached: '联系上了',
  unreachable: '没联系上',
  refused: '你说不需要服务',
}

/** An instant, or a day where nobody noted the time. */
const when = (at: string): string => (at.length === 10 ? chineseDate(at) : beijingDateTime(new Date(at)))

/** Each try to reach the person and each service, newest first; until verified those since their account holds the entry. */
export function servicesByDay(entry: LedgerEntry): Section {
  const from = shownFrom(entry)
  const each = [
    ...(entry.contacts ?? []).map(({ at, channel, result }) => ({
      at,
      text: `${CONTACT_CHANNEL_NAMES[channel]}联系，${RESULTS[result]}`,
    })),
    ...(entry.services ?? []).map(({ at, kind }) => ({ at, text: SERVICE_NAMES[kind] })),
  ]
  return section(
    '每一次联系和服务',
    each
      .filter(({ at }) => !from || dayOf(at) >= dayOf(from.since))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ at, text }): Row => [when(at), text]),
  )
}
