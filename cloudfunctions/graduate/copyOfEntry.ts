import { EDUCATION_LEVEL_NAMES } from '../../src/domain/education'
import {
  BASIS_NAMES,
  KIND_NAMES,
  shownRegistrations,
  type LedgerEntry,
  type Registration,
} from '../../src/domain/ledger'
import { HARDSHIP_NAMES, ID_TYPE_NAMES, maskIdNumber, maskName, maskPhone, type IdType } from '../../src/domain/person'
import {
  EMPLOYMENT_NAMES,
  NOT_NOW_NAMES,
  REGISTRATION_STATUS_NAMES,
  type EducationInput,
} from '../../src/domain/registration'
import { beijingDate, beijingDateTime, chineseDate } from '../../src/domain/time'
import type { Keys } from '../kernel/crypto'
import { openFact, openHardships } from '../kernel/sealing'
import { fromOthers } from './copyFromOthers'
import { section, type Row, type Section } from './copySection'
import { categoryName, districtName } from './data'
import { services, servicesByDay } from './copyOfServices'
import type { ToldLine } from './history'

const day = (instant: string): string => chineseDate(beijingDate(new Date(instant)))
const yesNo = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? '是' : '否'
const yuan = (fen: number | undefined): string | undefined => (fen === undefined ? undefined : `${fen / 100} 元`)

/** What a ledger entry says of its person. `full`: their identity is verified. */
export function copyOfEntry(entry: LedgerEntry, full: boolean, keys: Keys): Section[] {
  return [
    registered(entry, full),
    person(entry, full, keys),
    section('学业', educationRows(entry.education)),
    intention(entry),
    situation(entry),
    hardships(entry, full, keys),
    services(entry),
    servicesByDay(entry),
    ...(full ? fromOthers(entry, keys, educationRows) : []),
  ]
}

/** What happened to it, line by line. */
export const copyOfHistory = (lines: readonly ToldLine[]): Section => ({
  title: '办理经过',
  rows: lines.map(({ at, by, what, why }): [string, string] => [
    beijingDateTime(new Date(at)),
    by === '' ? what : `${by}：${what}。原因：${why}`,
  ]),
})

const LATER = '有，核实身份后能看'

const registered = (entry: LedgerEntry, full: boolean): Section =>
  section('登记', [
    ['登记编号', entry.no],
    ['经办区', entry.handlingDistrict && districtName(entry.handlingDistrict)],
    ['类别', categoryName(entry.category) ?? '普通求职人员'],
    ['哪一届', entry.cohort === undefined ? undefined : `${entry.cohort} 届`],
    // the first place in line would tell the hardship
    ['服务先后', full ? `第 ${entry.priority + 1} 档，共 4 档` : LATER],
    ...shownRegistrations(entry).map((registration): Row => [
      KIND_NAMES[registration.kind],
      registrationText(registration),
    ]),
  ])

const PLEDGES: Record<string, string> = {
  truthful: '我填的是真的',
  jobless: '我现在没有工作',
  seekingWork: '我想找工作',
}

function registrationText(registration: Registration): string {
  const { status, district, basis, filedAt, acceptedAt, effectiveFrom, endedAt, endReason } = registration
  return [
    REGISTRATION_STATUS_NAMES[status],
    `${day(filedAt)}提交，由${districtName(district)}（${BASIS_NAMES[basis]}）经办`,
    acceptedAt && `${day(acceptedAt)}受理`,
    effectiveFrom && `从${chineseDate(effectiveFrom)}起算`,
    endedAt && `${day(endedAt)}结束，原因：${endReason ?? '没有写'}`,
    `承诺过：${registration.declarations.map(key => PLEDGES[key] ?? key).join('、')}`,
  ]
    .filter(Boolean)
    .join('；')
}

const ASSURANCES: Record<LedgerEntry['assurance'], string> = {
  claimed: '你自己填的，还没有核实',
  matched: '姓名和证件号码跟名单对上了',
  verified: '核实过',
}

function person(entry: LedgerEntry, full: boolean, keys: Keys): Section {
  const shown = (field: 'name' | 'idNumber' | 'phone', mask: (text: string) => string) => {
    const fact = openFact(keys, entry, field)
    return fact === undefined || full ? fact : mask(fact)
  }
  return section('本人', [
    ['姓名', shown('name', maskName)],
    ['证件类型', ID_TYPE_NAMES[entry.sealed.idType as IdType]],
    ['证件号码', shown('idNumber', maskIdNumber)],
    ['手机号', shown('phone', maskPhone)],
    ['出生日期', entry.bornOn && (full ? chineseDate(entry.bornOn) : LATER)],
    ['身份核实', ASSURANCES[entry.assurance]],
    ['微信', '这份登记绑定了你现在用的微信'],
  ])
}

const educationRows = ({ level, school, schoolCode, major, majorCode, graduatedOn }: EducationInput): Row[] => [
  ['学历', EDUCATION_LEVEL_NAMES[level]],
  ['学校', school && (schoolCode ? `${school}（代码 ${schoolCode}）` : school)],
  ['专业', major && (majorCode ? `${major}（代码 ${majorCode}）` : major)],
  ['毕业日期', graduatedOn && chineseDate(graduatedOn)],
]

function intention({ intention: told }: LedgerEntry): Section {
  return section('打算', [
    ['现在想找工作', yesNo(told?.wantsWork)],
    ['现在不找的原因', told?.notNowReason && NOT_NOW_NAMES[told.notNowReason]],
    ['想做的工作', told?.occupations],
    ['月薪不低于', yuan(told?.salaryMinFen)],
    ['月薪最多想到', yuan(told?.salaryMaxFen)],
    ['想在哪些区', told?.districts?.map(districtName).join('、')],
    ['想参加培训', yesNo(told?.training)],
    ['想参加见习', yesNo(told?.traineeship)],
    ['想说的话', told?.note],
  ])
}

const situation = ({ situation: told }: LedgerEntry): Section =>
  section('目前情况', [
    ['工作', told?.employment && EMPLOYMENT_NAMES[told.employment]],
    ['还在上学', yesNo(told?.inSchool)],
    ['上大学前户口在北京', yesNo(told?.beijingOrigin)],
    ['现在户口在北京', yesNo(told?.beijingHukou)],
  ])

/** Told by the person; still, only whoever is surely that person takes it along. */
function hardships(entry: LedgerEntry, full: boolean, keys: Keys): Section {
  if (entry.sealed.hardships === undefined) return section('困难情况', [['困难情况', '没有存']])
  const names = full ? openHardships(keys, entry).map(hardship => HARDSHIP_NAMES[hardship]) : [LATER]
  return section('困难情况', [['困难情况', names.join('；')]])
}
