import { DESTINATION_CODES, DESTINATIONS, type DestinationCode } from '../destination'
import type { District, DistrictKey } from '../district'
import { EDUCATION_LEVEL_NAMES, EDUCATION_LEVELS, type EducationLevel } from '../education'
import { ID_TYPE_NAMES, ID_TYPES, type IdType } from '../person'
import { isBeijingDate, type BeijingDate } from '../time'

/** What a cell says, or why it says nothing that can be used. An empty cell has no value and is no mistake. */
export type CellValue<T> = { ok: true; value?: T } | { ok: false; reason: string }

const said = <T>(value: T): CellValue<T> => ({ ok: true, value })
const empty = { ok: true } as const
const no = (reason: string): CellValue<never> => ({ ok: false, reason })

/** As most cells come: ASCII without spaces and common ideographs, which have no other form. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/

/** Half-width, without spaces and invisible marks: how a code or a choice is compared. */
export const plain = (cell: string): string =>
  PLAIN.test(cell)
    ? cell
    : cell
        .normalize('NFKC')
        .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
        .trim()

/** Without marks between them month and day have two digits each: 2024111 may be the 1st or the 11th. */
const DAY =
  /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/
const MONTH_ONLY = /^\d{4}(?:[-/.年]\d{1,2}月?|\d{2})$/
/** Days since 1900, as a spreadsheet keeps a date in a column of numbers. */
const SERIAL = /^[345]\d{4}(?:\.\d+)?$/

/** A day as lists write it: 2024-07-01, 20240701, 2024/7/1, 2024年7月1日, with a time of day or without. */
export function dayIn(cell: string): CellValue<BeijingDate> {
  const text = cell.normalize('NFKC').trim()
  if (text === '') return empty
  const compact = text.replace(/\s+(?=\D)|(?<=\D)\s+/g, '')
  const [, year, markedMonth, markedDay, month = markedMonth, day = markedDay] =
    DAY.exec(compact) ?? DAY.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return no(noDay(compact))
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBeijingDate(date) ? said(date) : no('没有这一天，请核对日期')
}

function noDay(text: string): string {
  if (MONTH_ONLY.test(text)) return '只写到了月，请写到日，例如 2024-07-01'
  if (SERIAL.test(text)) return '日期被表格软件变成了天数，请把这一列设成日期，重新导出'
  return '看不出是哪一天，请写成 2024-07-01 这样'
}

const LEVEL_WORDS: Record<string, EducationLevel> = {
  ...Object.fromEntries(EDUCATION_LEVELS.map(level => [EDUCATION_LEVEL_NAMES[level], level])),
  博士: '11',
  博士研究生毕业: '11',
  硕士: '14',
  研究生: '14',
  硕士研究生毕业: '14',
  本科: '21',
  大学本科毕业: '21',
  本科生: '21',
  专科: '31',
  大专: '31',
  高职: '31',
  高职专科: '31',
  '高职(专科)': '31',
  专科生: '31',
  大学专科毕业: '31',
  专科毕业: '31',
  中专毕业: '41',
  中等专科: '41',
  职高: '44',
  技校: '47',
  技工: '47',
  高中: '61',
  普通中学: '61',
  初中毕业: '71',
}
/** Codes of GB/T 4658-2006 that say the same for this ledger: the class, or a schooling that ended without the certificate. */
const LEVEL_CODES: Record<string, EducationLevel> = {
  '10': '14',
  '20': '21',
  '28': '21',
  '30': '31',
  '40': '41',
  '60': '61',
  '70': '71',
}
/** Left without a certificate (结业, 肄业): the next lower schooling would be a guess. */
const UNFINISHED = [
  '12',
  '13',
  '15',
  '16',
  '17',
  '18',
  '19',
  '22',
  '23',
  '32',
  '33',
  '42',
  '43',
  '45',
  '46',
  '48',
  '49',
  '62',
  '63',
]

/** 学历 by GB/T 4658-2006 code or by name. The 1984 table and invented ones are refused, not guessed. */
export function levelIn(cell: string): CellValue<EducationLevel> {
  const text = plain(cell)
  if (text === '') return empty
  const code = text.padStart(2, '0')
  if ((EDUCATION_LEVELS as readonly string[]).includes(text)) return said(text as EducationLevel)
  if (LEVEL_CODES[text]) return said(LEVEL_CODES[text])
  if (LEVEL_WORDS[text]) return said(LEVEL_WORDS[text])
  if (UNFINISHED.includes(code)) return no('这个代码是结业或肄业，不算毕业生，请核对')
  return no('不认识的学历，请用国标 GB/T 4658-2006 代码（如 21）或名称（如 大学本科）')
}

const DESTINATION_WORDS: Record<string, DestinationCode> = {
  ...Object.fromEntries(
    DESTINATION_CODES.filter(code => code !== 'SI').map(code => [plain(DESTINATIONS[code].name), code]),
  ),
  未就业: '70',
  求职中: '70',
  签约中: '70',
  拟参加公招考试: '70',
  拟创业: '70',
  不就业拟升学: '71',
  暂不就业: '72',
  其他暂不就业: '72',
  科研助理: '27',
  科研助理管理助理: '27',
  创业: '75',
  自主创业: '75',
  自由职业: '76',
  升学: '80',
  境内升学: '80',
  研究生: '80',
  第二学士学位: '80',
  专升本: '80',
  出国: '85',
  出境: '85',
  '出国(境)': '85',
  出国出境: '85',
  参军: '46',
  应征入伍: '46',
  选调生: '51',
  签就业协议: '10',
  签劳动合同: '11',
}

/** Practice is no job (教育部 四不准, 不准将实习、见习证明作为就业证明). */
const PRACTICE = /见习|实习/

/** 毕业去向 by the ministry's two-digit code or by name; a traineeship is refused wherever it stands for a job. */
export function destinationIn(cell: string): CellValue<DestinationCode> {
  const text = plain(cell).replace(/[、,，]/g, '')
  if (text === '') return empty
  if (text !== 'SI' && (DESTINATION_CODES as readonly string[]).includes(text)) return said(text as DestinationCode)
  const word = DESTINATION_WORDS[text] ?? DESTINATION_WORDS[plain(cell)]
  if (word) return said(word)
  if (PRACTICE.test(text)) return no('见习、实习不算就业去向，请按实际去向填')
  return no('不认识的毕业去向，请用两位代码（如 70 待就业）或名称')
}

/** One of the 17 units by name, key or GB/T 2260 code; `outside` where the code or name is another place's. */
export function districtIn(cell: string, districts: readonly District[]): CellValue<DistrictKey | 'outside'> {
  const text = plain(cell)
  if (text === '') return empty
  const bare = (name: string) => name.replace(/^北京市/, '').replace(/(区|县)$/, '')
  const code = /^(\d{6})\d*$/.exec(text)?.[1]
  if (code !== undefined) {
    const found = districts.find(({ gbCode, aliasCodes }) => gbCode === code || aliasCodes.includes(code))
    if (found) return said(found.key)
    if (!code.startsWith('11')) return said('outside')
    return no('不是北京现在或以前的区县代码，请核对')
  }
  const found = districts.find(
    ({ key, name }) =>
      key === text.toLowerCase() || bare(name) === bare(text) || (key === 'bda' && /经开|开发区|亦庄/.test(text)),
  )
  if (found) return said(found.key)
  if (/省|自治区|上海|天津|重庆|香港|澳门|台湾|外省|外地|非京籍|京外/.test(text)) return said('outside')
  return no('不认识的区名或代码，请写 17 个区里的一个，或 6 位区划代码')
}

/** 证件类型 by the ledger's code or by name; an empty cell means the number says it. */
export function idTypeIn(cell: string): CellValue<IdType> {
  const text = plain(cell)
  if (text === '') return empty
  // a column of numbers loses the first zero
  const code = text.padStart(2, '0')
  if ((ID_TYPES as readonly string[]).includes(code)) return said(code as IdType)
  const named = ID_TYPES.find(type => ID_TYPE_NAMES[type] === text)
  if (named) return said(named)
  if (/身份证$/.test(text) && !/外国|永久/.test(text)) return said('01')
  if (/居住证$/.test(text)) return said('04')
  if (/护照$/.test(text)) return said('05')
  return no('不认识的证件类型，请写 01 居民身份证 这样的代码或名称')
}

const PROVINCES: Record<string, string> = {
  '11': '北京',
  '12': '天津',
  '13': '河北',
  '14': '山西',
  '15': '内蒙古',
  '21': '辽宁',
  '22': '吉林',
  '23': '黑龙江',
  '31': '上海',
  '32': '江苏',
  '33': '浙江',
  '34': '安徽',
  '35': '福建',
  '36': '江西',
  '37': '山东',
  '41': '河南',
  '42': '湖北',
  '43': '湖南',
  '44': '广东',
  '45': '广西',
  '46': '海南',
  '50': '重庆',
  '51': '四川',
  '52': '贵州',
  '53': '云南',
  '54': '西藏',
  '61': '陕西',
  '62': '甘肃',
  '63': '青海',
  '64': '宁夏',
  '65': '新疆',
  '66': '新疆生产建设兵团',
  '71': '台湾',
  '81': '香港',
  '82': '澳门',
}

/** The longer name first: 新疆生产建设兵团 begins with 新疆. */
const PROVINCE_NAMES = Object.entries(PROVINCES).sort(([, a], [, b]) => b.length - a.length)

/** 生源地 as a province's two digits (GB/T 2260, and 66 for the 兵团 as education systems code it). */
export function originIn(cell: string): CellValue<string> {
  const text = plain(cell)
  if (text === '') return empty
  const digits = /^(\d{2})\d*$/.exec(text)?.[1]
  if (digits !== undefined) return PROVINCES[digits] ? said(digits) : no('不认识的生源地代码，请核对')
  const named = PROVINCE_NAMES.find(([, name]) => text.startsWith(name))
  return named ? said(named[0]) : no('不认识的生源地，请写省、自治区、直辖市的名称或代码')
}
