import type { DestinationCode } from '../destination'
import type { District, DistrictKey } from '../district'
import { normalisePhone, type IdType } from '../person'
import type { EducationInput } from '../registration'
import type { BeijingDate } from '../time'
import { dayIn, destinationIn, districtIn, levelIn, originIn, plain } from './cellValues'
import type { RosterField, RosterList } from './columns'
import { whoIn } from './personIn'
import { rowReading, type RowReading } from './rowReading'

/** A list's row, every value in its normal form. */
export interface RosterRow {
  idType: IdType
  idNumber: string
  name: string
  bornOn?: BeijingDate
  education: EducationInput
  destination?: DestinationCode
  origin?: string
  phone?: string
  hukou?: DistrictKey | 'outside'
  district?: DistrictKey
  /** Of the registered youth's list. */
  registeredOn?: BeijingDate
  endedOn?: BeijingDate
}

/** Why a row can't be taken in: the column, and what to do. Never the value itself. */
export interface CellRefusal {
  field: RosterField
  reason: string
}

export type ReadRow = { ok: true; row: RosterRow } | { ok: false; refusals: CellRefusal[] }

/** What a row is judged by besides itself. */
export interface RowContext {
  list: RosterList
  districts: readonly District[]
  /** The day for which the list holds: nothing in it may lie after. */
  asOf: BeijingDate
}

/** Longest text of a school's or major's name that the ledger keeps (form schema). */
const LONGEST_NAME = 60
/** What a spreadsheet shows in place of a formula's value; a list put together by look-ups has them. */
const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i

/** Reads one row's cells, as `cell(field)` gives them; an absent column reads as empty. All that is wrong is named at once. */
export function readRow(cell: (field: RosterField) => string, context: RowContext): ReadRow {
  const reading = rowReading(cell)
  const { take, refuse, refusals } = reading
  const { list, districts, asOf } = context
  const { idType, idNumber, name, bornOn: numbered } = whoIn(reading, asOf)
  const told = take('bornOn', dayIn)
  const bornOn = numbered ?? told
  const education = educationOf(reading, list)
  const destination = list === 'graduates' ? take('destination', destinationIn) : undefined
  const origin = take('origin', originIn)
  const hukou = take('hukou', text => districtIn(text, districts))
  const named = take('district', text => districtIn(text, districts))
  // a registered youth is served where the list says, or where their hukou is
  const district =
    named === 'outside' ? undefined : (named ?? (list === 'youth' && hukou !== 'outside' ? hukou : undefined))
  if (named === 'outside') refuse('district', '经办区要是 17 个区里的一个，请核对')
  else if (list === 'youth' && !district && !refusals.some(({ field }) => field === 'district' || field === 'hukou'))
    refuse('district', '没有经办区，也没有北京的户籍区，请补上一个')
  const phone = phoneOf(cell('phone'))
  const registeredOn = take('registeredOn', dayIn)
  const endedOn = take('endedOn', dayIn)
  if (list === 'youth' && registeredOn === undefined && !refusals.some(({ field }) => field === 'registeredOn'))
    refuse('registeredOn', '没有失业登记日期，请补上')
  if (registeredOn && registeredOn > asOf) refuse('registeredOn', '登记日期在名单日期之后，请核对')
  if (registeredOn && endedOn && endedOn < registeredOn) refuse('endedOn', '注销日期早于登记日期，请核对')
  if (bornOn && education?.graduatedOn && education.graduatedOn.slice(0, 4) <= String(Number(bornOn.slice(0, 4)) + 12))
    refuse('graduatedOn', '毕业日期和出生日期对不上，请核对')
  if (education?.graduatedOn && education.graduatedOn > yearAfter(asOf))
    refuse('graduatedOn', '毕业日期比名单日期晚一年以上，请核对')
  if (numbered && told && told !== numbered) refuse('bornOn', '和证件号码里的出生日期不一样，请核对')
  if (refusals.length > 0 || !idNumber || !name || !education) return { ok: false, refusals }
  return {
    ok: true,
    row: {
      idType,
      idNumber,
      name,
      education,
      ...(bornOn ? { bornOn } : {}),
      ...(destination ? { destination } : {}),
      ...(origin ? { origin } : {}),
      ...(phone ? { phone } : {}),
      ...(hukou ? { hukou } : {}),
      ...(district ? { district } : {}),
      ...(registeredOn ? { registeredOn } : {}),
      ...(endedOn && endedOn <= asOf ? { endedOn } : {}),
    },
  }
}

const yearAfter = (day: BeijingDate): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** A phone number on a list is a hint: one that is none is left out, and the person's own is asked for. */
function phoneOf(raw: string): string | undefined {
  const phone = normalisePhone(raw)
  return phone.ok ? phone.value : undefined
}

function educationOf({ take, cell, refuse }: RowReading<RosterField>, list: RosterList): EducationInput | undefined {
  const level = take('level', levelIn)
  const graduatedOn = take('graduatedOn', dayIn)
  if (list === 'graduates' && level === undefined && plain(cell('level')) === '') refuse('level', '没有学历，请补上')
  if (list === 'graduates' && graduatedOn === undefined && plain(cell('graduatedOn')) === '')
    refuse('graduatedOn', '没有毕业日期，请补上')
  const text = (field: 'school' | 'major') => {
    const value = cell(field).normalize('NFKC').trim()
    if (FORMULA_ERROR.test(value)) refuse(field, '这一格是公式的错误值，请改成文字')
    else if (Array.from(value).length > LONGEST_NAME) refuse(field, `太长了，请写在 ${LONGEST_NAME} 个字以内`)
    return value
  }
  const school = text('school')
  const major = text('major')
  const schoolCode = /^(\d{5}|\d{10})$/.exec(plain(cell('schoolCode')))?.[0]
  const majorCode = /^\d{4,6}[A-Z]{0,2}$/.exec(plain(cell('majorCode')))?.[0]
  return {
    // the youth's list need not say: whoever it names is served by age, not by schooling
    level: level ?? '90',
    ...(school ? { school } : {}),
    ...(schoolCode ? { schoolCode } : {}),
    ...(major ? { major } : {}),
    ...(majorCode ? { majorCode } : {}),
    ...(graduatedOn ? { graduatedOn } : {}),
  }
}
