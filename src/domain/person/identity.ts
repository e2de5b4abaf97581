import { ageOn, isBeijingDate, type BeijingDate } from '../time'
import { ID_TYPE_NAMES, type IdType } from './idType'

/** An identity document's number in its one normal form and what it says about its holder, or what to do about it. */
export type Identity =
  | { ok: true; number: string; bornOn?: BeijingDate; sex?: 'male' | 'female'; provinceCode?: string }
  | { ok: false; message: string }

const refuse = (message: string): Identity => ({ ok: false, message })

/** GB/T 2260 province codes of the mainland, and 71. Only these two digits are checked: abolished counties' codes stay legal. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
)

/** 港澳台居民居住证, 国办发〔2018〕81号: Hong Kong, Macao, Taiwan (830000, not 710000). */
const RESIDENCE_PERMIT_REGIONS = ['810000', '820000', '830000']

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** GB 11643-1999's last character for the first 17 digits (ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < WEIGHTS.length; i += 1) sum += WEIGHTS[i]! * Number(first17[i])
  return CHECK_CHARACTERS[sum % 11] ?? ''
}

/** Nothing in it needs another form. */
const CLEAN = /^[0-9A-Z]*$/

const withoutMarks = (raw: string) =>
  CLEAN.test(raw)
    ? raw
    : raw
        .normalize('NFKC')
        .replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '')
        .toUpperCase()

/**
 * Reads an identity document's number as typed: full-width characters, spaces, hyphens and a lower x are fine.
 * `today` refuses a birth in the future. Standards: GB 11643 (01, 04), the layouts in domain facts §6 (02, 03, 05, 06).
 */
export function parseIdentity(type: IdType, raw: string, today?: BeijingDate): Identity {
  const number = withoutMarks(raw)
  if (number === '') return refuse('写上证件号码')
  switch (type) {
    case '01':
      return residentCard(number, today)
    case '04':
      return residencePermit(number, today)
    case '02':
      return hongKongMacaoPermit(number)
    case '03':
      return taiwanPermit(number)
    case '05':
      return passport(number)
    case '06':
      return permanentResident(number, today)
  }
}

function residentCard(number: string, today?: BeijingDate): Identity {
  const shape = eighteen(number)
  if (shape) return shape
  const region = number.slice(0, 6)
  if (RESIDENCE_PERMIT_REGIONS.includes(region)) return refuse(`这是居住证的号码，证件类型请改选${ID_TYPE_NAMES['04']}`)
  if (!PROVINCES.has(region.slice(0, 2))) return refuse('前两位不是哪个省的代码，请再看一眼证件')
  return body(number, today)
}

function residencePermit(number: string, today?: BeijingDate): Identity {
  const shape = eighteen(number)
  if (shape) return shape
  if (!RESIDENCE_PERMIT_REGIONS.includes(number.slice(0, 6)))
    return refuse('居住证号码以 810000、820000 或 830000 开头。如果是居民身份证，证件类型请改选居民身份证')
  return body(number, today)
}

/** What is wrong with the shape of an 18-character number, if anything. */
function eighteen(number: string): Identity | undefined {
  if (/^\d{15}$/.test(number)) return refuse('这是 15 位的老号码，已经不能用了，请填现在证件上的 18 位号码')
  if (number.length !== 18) return refuse(`号码是 18 位，现在填了 ${Array.from(number).length} 位，请再看一眼证件`)
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('号码里只有数字，最后一位可以是 X，请把别的字母或符号改掉')
  return undefined
}

/** Birth date, sex and check character: what GB 11643 numbers of any region share. */
function body(number: string, today?: BeijingDate): Identity {
  const born = birthDate(number, today)
  if (!born.ok) return born
  if (checkCharacter(number) !== number[17]) return refuse('最后一位对不上，请再看一眼证件')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, number, bornOn: born.bornOn, sex, provinceCode: number.slice(0, 2) }
}

function birthDate(
  number: string,
  today?: BeijingDate,
): { ok: true; bornOn: BeijingDate } | { ok: false; message: string } {
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isBeijingDate(bornOn)) return { ok: false, message: '第 7 到 14 位是出生日期，没有这一天，请再看一眼证件' }
  if (today !== undefined && ageOn(bornOn, today) < 0)
    return { ok: false, message: '第 7 到 14 位是出生日期，这一天还没到，请再看一眼证件' }
  return { ok: true, bornOn }
}

function hongKongMacaoPermit(number: string): Identity {
  if (/^[HM](\d{8}|\d{10})$/.test(number)) return { ok: true, number }
  return refuse('通行证号码是 H 或 M 加 8 位或 10 位数字，请再看一眼证件')
}

function taiwanPermit(number: string): Identity {
  if (/^\d{8}$/.test(number)) return { ok: true, number }
  return refuse('通行证号码是 8 位数字，请再看一眼证件')
}

function passport(number: string): Identity {
  if (/^(?=.*\d)[A-Z0-9]{5,15}$/.test(number)) return { ok: true, number }
  return refuse('护照号码是 5 到 15 位字母和数字，请再看一眼护照')
}

function permanentResident(number: string, today?: BeijingDate): Identity {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, number }
  if (!/^9\d{16}[\dX]$/.test(number))
    return refuse('号码是 9 开头的 18 位，老证件是 3 个字母加 12 位数字，请再看一眼证件')
  const born = birthDate(number, today)
  if (!born.ok) return born
  if (checkCharacter(number) !== number[17]) return refuse('最后一位对不上，请再看一眼证件')
  return { ok: true, number, bornOn: born.bornOn }
}
