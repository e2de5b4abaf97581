import { checkCharacter } from '../../src/domain/person'
import { Random } from './random'

/** Somebody made up. */
export interface MadeUp {
  idNumber: string
  name: string
  phone: string
}

const REGIONS = (
  '110101 110102 110103 110104 110105 110106 110108 110221 110224 120101 130102 130602 140105 150102 210102 220102 ' +
  '230102 320102 330102 340102 350102 360102 370102 410102 420102 430102 440103 450102 500101 510104 520102 610102'
).split(' ')
const FIRST_BIRTHDAY = Date.UTC(1998, 0, 1)
const BIRTHDAYS = 2_000
const SEQUENCES = 1_000
const ALL_NUMBERS = REGIONS.length * BIRTHDAYS * SEQUENCES
/** Shares no factor with the count of all numbers: each `n` has a number of its own, and neighbours have nothing in common. */
const SCATTER = 7_919

const SURNAMES = [...'林苏高周许何吕施张孔曹严华金魏陶姜戚谢邹欧阳王李赵钱孙吴郑冯陈褚卫蒋沈韩杨朱秦尤']
const GIVEN = [...'知夏远晚安宁和清然书言景行子墨怀瑾若谷思明嘉禾雨桐一诺梓涵浩宇欣怡佳琪博文']
/** Characters beyond the common sets: extension A, extension B and later, four bytes in GB18030. */
const RARE = [...'䶮㛃䒕𠅤𬭎𬱖𡧘']
const BEFORE_DOT = ['阿依古丽', '买买提', '热依汗', '多吉', '古力娜', '阿卜杜拉']
const AFTER_DOT = ['艾合买提', '吐尔逊', '次仁', '依明江', '玉素甫', '卓玛']

/** Made-up person `n` of 64 million; the ID number passes its check. */
export function madeUp(n: number): MadeUp {
  const at = (n * SCATTER + 104_729) % ALL_NUMBERS
  const region = REGIONS[at % REGIONS.length]!
  const rest = Math.floor(at / REGIONS.length)
  const born = new Date(FIRST_BIRTHDAY + (rest % BIRTHDAYS) * 86_400_000)
  const day = born.getUTCFullYear() * 10_000 + (born.getUTCMonth() + 1) * 100 + born.getUTCDate()
  const first17 = `${region}${day}${String(Math.floor(rest / BIRTHDAYS)).padStart(3, '0')}`
  return {
    idNumber: first17 + checkCharacter(first17),
    name: nameOf(new Random(n)),
    phone: `139${String(n % 100_000_000).padStart(8, '0')}`,
  }
}

function nameOf(random: Random): string {
  if (random.perMille(15)) return `${random.of(BEFORE_DOT)}·${random.of(AFTER_DOT)}`
  const given = random.perMille(10) ? random.of(RARE) : random.of(GIVEN)
  return random.of(SURNAMES) + given + (random.perMille(700) ? random.of(GIVEN) : '')
}

/** Another name than this one. */
export const anotherName = (name: string): string =>
  name.startsWith('邬') ? `邝${name}` : `邬${Array.from(name).at(-1)}`

/** The same name as other programs spell it: another dot, a space within, an invisible mark. */
export function respelled(name: string, random: Random): string {
  if (name.includes('·')) return name.replace('·', random.of(['•', '‧', '．', '.', ' · ']))
  return random.of([` ${name}`, `${name[0]}\u3000${name.slice(1)}`, `${name}\u200b`])
}

/** The same number as other programs spell it: full-width, with a space, with a small x. */
export function retyped(idNumber: string, random: Random): string {
  if (random.perMille(500)) return ` ${idNumber.toLowerCase()}`
  return idNumber.replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit)))
}
