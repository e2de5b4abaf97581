import type { EducationLevel } from '../../src/domain/education'
import { damaged, NO_DAYS, spelledDay } from './damage'
import { Later } from './later'
import { anotherName, madeUp, respelled, retyped, type MadeUp } from './people'
import { oneOf, Random } from './random'
import { rosterOf } from './roster'
import type { YouthRow } from './truth'

export const YOUTH_TITLES = '姓名,身份证号,失业登记日期,经办区,户籍地,文化程度,联系电话,失业注销时间'.split(',')

/** By name or code, and by a code that is none any more. */
const DISTRICTS = [
  ['chaoyang', ['朝阳区', '110105']],
  ['haidian', ['海淀', '110108']],
  ['miyun', ['密云区', '110228']],
  ['yanqing', ['北京市延庆区', '110229']],
  ['bda', ['经开区']],
] as const
const LEVELS: [EducationLevel, string[]][] = [
  ['61', ['高中', '61']],
  ['44', ['职高']],
  ['31', ['大专', '31']],
  ['71', ['初中毕业']],
  ['90', ['']],
]
const REGISTERED = ['2023-11-06', '2024-01-15', '2024-03-20', '2024-06-03', '2024-07-25']
const ENDED = '2024-08-01'

/** Of a thousand rows. */
const PLANTED = {
  damagedId: 20,
  noDay: 8,
  noRegistration: 5,
  noDistrict: 8,
  endedBefore: 4,
  otherName: 6,
  twiceTheSame: 6,
  twiceWithOtherName: 3,
  ended: 60,
  respelled: 30,
}
/** Of a thousand people on the list, those who are on the roster too; everybody else is on no other list. */
const ON_ROSTER = 150
const FIRST_STRANGER = 20_000_000
/** 16 to 24 on any day of the campaign. */
const BORN_FROM = '20000101'

/**
 * The list of registered youth, with what must come of each row when a ledger that has taken in the roster of the same seed and `rosterRows`
 * takes it in.
 */
export function* youthOf(seed: number, rows: number, rosterRows: number): Generator<YouthRow> {
  const random = new Random(seed + 424_243)
  const later = new Later<YouthRow>(random, Math.min(60, Math.floor(rows / 10)))
  const graduates = rosterOf(seed, rosterRows)
  let stranger = FIRST_STRANGER
  for (let count = 0; count < rows; count += 1) {
    const again = later.due(rows - count <= later.length)
    if (again) {
      yield again
      continue
    }
    const graduate = random.perMille(ON_ROSTER) ? nextListed(graduates) : undefined
    if (!graduate) while (bornOn(madeUp(stranger)) < BORN_FROM) stranger += 1
    yield personRow(graduate ?? madeUp(stranger++), graduate !== undefined, random, later)
  }
}

const bornOn = ({ idNumber }: MadeUp): string => idNumber.slice(6, 14)

/** The next graduate whom the roster brings into the ledger. */
function nextListed(graduates: Generator<{ n: number; listed?: unknown }>): MadeUp | undefined {
  for (let next = graduates.next(); !next.done; next = graduates.next())
    if (next.value.listed) return madeUp(next.value.n)
  return undefined
}

function personRow(person: MadeUp, onRoster: boolean, random: Random, later: Later<YouthRow>): YouthRow {
  const [district, words] = random.of(DISTRICTS)
  const [level, levelWords] = random.of(LEVELS)
  const registeredOn = random.of(REGISTERED)
  const byHukou = random.perMille(300) && district !== 'bda'
  const cells: Record<string, string> = {
    姓名: person.name,
    身份证号: person.idNumber,
    失业登记日期: spelledDay(registeredOn, random),
    经办区: byHukou ? '' : random.of(words),
    户籍地: byHukou ? random.of(words) : '',
    文化程度: random.of(levelWords),
    联系电话: person.phone,
    失业注销时间: '',
  }
  const row = (over: Record<string, string>) => YOUTH_TITLES.map(title => ({ ...cells, ...over })[title] ?? '')
  const taken = (over: Record<string, string> = {}): YouthRow => ({
    outcome: onRoster ? 'changed' : 'new',
    cells: row(over),
    registered: {
      idNumber: person.idNumber,
      onRoster,
      level,
      district,
      since: registeredOn,
      ended: '失业注销时间' in over,
    },
  })
  const refused = (column: string, over: Record<string, string>): YouthRow => ({
    outcome: 'refused',
    column,
    cells: row(over),
  })
  switch (oneOf(random, PLANTED)) {
    case 'damagedId':
      return refused('身份证号', { 身份证号: damaged(person.idNumber, random) })
    case 'noDay':
      return refused('失业登记日期', { 失业登记日期: random.of([...NO_DAYS, '202407', '45474']) })
    case 'noRegistration':
      return refused('失业登记日期', { 失业登记日期: '' })
    case 'noDistrict':
      return refused('经办区', { 经办区: '', 户籍地: random.of(['', '河北省']) })
    case 'endedBefore':
      return refused('失业注销时间', { 失业注销时间: '2023-01-01' })
    case 'otherName':
      return onRoster ? refused('姓名', { 姓名: anotherName(person.name) }) : taken()
    case 'twiceTheSame':
      later.add({ outcome: 'same', cells: row({ 身份证号: retyped(person.idNumber, random) }) })
      return taken()
    case 'twiceWithOtherName':
      later.add(refused('身份证号', { 姓名: anotherName(person.name) }))
      return refused('身份证号', {})
    case 'ended':
      return taken({ 失业注销时间: spelledDay(ENDED, random) })
    case 'respelled':
      return taken({ 姓名: respelled(person.name, random), 身份证号: retyped(person.idNumber, random) })
    case undefined:
      return taken()
  }
}
