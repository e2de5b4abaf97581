import type { DestinationCode } from '../../src/domain/destination'
import type { EducationLevel } from '../../src/domain/education'
import { damaged, mistyped, NO_DAYS, spelledDay } from './damage'
import { Later } from './later'
import { anotherName, madeUp, respelled, retyped } from './people'
import { oneOf, Random } from './random'
import type { RosterRow } from './truth'

export const ROSTER_TITLES =
  '姓名,证件类型,证件号码,性别,毕业院校,学历,所学专业,毕业日期,毕业去向,手机,户籍地,生源地'.split(',')

const LEVELS: [EducationLevel, string[]][] = [
  ['21', ['21', '大学本科', '本科', '本科生']],
  ['31', ['31', '大专', '专科', '高职(专科)']],
  ['14', ['14', '硕士研究生', '硕士', '研究生']],
  ['11', ['11', '博士']],
]
const DESTINATIONS: [DestinationCode, string[]][] = [
  ['70', ['70', '待就业', '未就业', '求职中']],
  ['71', ['71', '不就业拟升学']],
  ['72', ['72', '暂不就业']],
  ['10', ['10', '签就业协议形式就业']],
  ['11', ['11', '签劳动合同']],
  ['76', ['76', '自由职业']],
  ['80', ['80', '升学']],
  ['85', ['85', '出国、出境']],
]
const SCHOOLS = ['北京工业大学', '首都师范大学', '北方工业大学', '北京联合大学', '河北大学', '天津理工大学']
const MAJORS = ['软件工程', '计算机科学与技术', '护理学', '会计学', '学前教育', '机械工程', '汉语言文学']
/** By name, code, and code of a district or county that is none any more. */
const HUKOU = ['朝阳区', '海淀', '北京市丰台区', '110105', '110103', '110104', '110221', '110229', '130102', '河北省']
const ORIGINS = ['北京', '北京市', '11', '河北省', '130000', '内蒙古自治区', '山东']

/** Mistakes, and what is odd but right, of a thousand rows; of every hundred two ID numbers are damaged. */
const PLANTED = {
  damagedId: 20,
  mistypedId: 3,
  noName: 2,
  noDay: 4,
  unknownLevel: 3,
  unknownDestination: 3,
  traineeship: 2,
  unknownDistrict: 3,
  twiceTheSame: 6,
  twiceWithOtherContent: 4,
  twiceWithOtherName: 3,
  respelled: 30,
}

/** Cells by heading, in the file's order. */
const row = (cells: Record<string, string>): string[] => ROSTER_TITLES.map(title => cells[title] ?? '')

/**
 * The education commission's list: `rows` rows, each with what must come of it when a ledger without these people takes it in. The
 * same seed gives the same list, row by row, in bounded memory.
 */
export function* rosterOf(seed: number, rows: number): Generator<RosterRow> {
  const random = new Random(seed)
  const later = new Later<RosterRow>(random, Math.min(400, Math.floor(rows / 20)))
  for (let n = 0, count = 0; count < rows; count += 1) {
    const again = later.due(rows - count <= later.length)
    yield again ?? personRow(n++, random, later)
  }
}

function personRow(n: number, random: Random, later: Later<RosterRow>): RosterRow {
  const person = madeUp(n)
  const [level, levelWords] = random.perMille(600) ? LEVELS[0]! : random.of(LEVELS)
  const [destination, destinationWords] = random.perMille(500) ? DESTINATIONS[0]! : random.of(DESTINATIONS)
  const graduatedOn = random.of(['2024-06-30', '2024-07-01', '2024-06-21', '2023-07-01'])
  const cells: Record<string, string> = {
    姓名: person.name,
    证件类型: random.of(['居民身份证', '01', '']),
    证件号码: person.idNumber,
    性别: Number(person.idNumber[16]) % 2 === 1 ? '男' : '女',
    毕业院校: random.of(SCHOOLS),
    学历: random.of(levelWords),
    所学专业: random.of(MAJORS),
    毕业日期: spelledDay(graduatedOn, random),
    毕业去向: random.of(destinationWords),
    手机: random.perMille(950) ? person.phone : random.of(['', '无', '010-65000000']),
    户籍地: random.of(HUKOU),
    生源地: random.of(ORIGINS),
  }
  const listed = { idNumber: person.idNumber, name: person.name, level, graduatedOn, destination }
  const taken = (over: Record<string, string> = {}): RosterRow => ({
    n,
    first: true,
    outcome: 'new',
    cells: row({ ...cells, ...over }),
    listed,
  })
  const refused = (column: string, cell: string): RosterRow => ({
    n,
    first: true,
    outcome: 'refused',
    column,
    cells: row({ ...cells, [column]: cell }),
  })
  const planted = oneOf(random, PLANTED)
  switch (planted) {
    case 'damagedId':
      return refused('证件号码', damaged(person.idNumber, random))
    case 'mistypedId':
      return refused('证件号码', mistyped(person.idNumber))
    case 'noName':
      return refused('姓名', random.of(['', '王', '林1夏', '李·']))
    case 'noDay':
      return refused('毕业日期', random.of(NO_DAYS))
    case 'unknownLevel':
      return refused('学历', random.of(['99', '硕博连读', '16', '1']))
    case 'unknownDestination':
      return refused('毕业去向', random.of(['99', '待定', '07']))
    case 'traineeship':
      return refused('毕业去向', random.of(['就业见习', '实习']))
    case 'unknownDistrict':
      return refused('户籍地', random.of(['110199', '某某区']))
    case 'twiceTheSame':
      later.add({
        n,
        first: false,
        outcome: 'same',
        cells: row({ ...cells, 证件号码: retyped(person.idNumber, random) }),
      })
      return taken()
    case 'twiceWithOtherContent':
      later.add({ ...refused('所学专业', '哲学'), first: false, column: '证件号码' })
      return taken()
    case 'twiceWithOtherName':
      later.add({ ...refused('姓名', anotherName(person.name)), first: false, column: '证件号码' })
      return refused('证件号码', person.idNumber)
    case 'respelled':
      return taken({ 姓名: respelled(person.name, random), 证件号码: retyped(person.idNumber, random) })
    case undefined:
      return taken()
  }
}
