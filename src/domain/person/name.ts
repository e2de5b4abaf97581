import type { IdType } from './idType'
import type { Normalised } from './normalised'

/** Dots people and programs write for the one in a name: • ‧ ․ ● ∙ ⋅ ⸱ ・ ･ ． ﹒ and the full stop. */
const DOTS = /[\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e31\u30fb\ufe52\uff65\uff0e.]/g
/** Unified ideographs and their extensions, the compatibility ideographs that are characters of their own, and 〇. */
const HAN =
  /^[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+(·[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)*$/u
/** As most names come: nothing to bring into another form. */
const USUAL = /^[\u4e00-\u9fff]{2,30}$/
const LATIN = /^[A-Z]+([ '-]+[A-Z]+)*$/
/** Documents whose holders may have a name in Latin letters only. */
const LATIN_NAMED: readonly (IdType | undefined)[] = ['02', '05', '06']
const LONGEST_LATIN = 60

/**
 * A name as the document has it: 2 to 30 characters, counted by code points, in Han (rare ones too) with `·` between
 * parts, or in Latin letters where the document type has such names. Spaces in a Han name are dropped.
 */
export function normaliseName(raw: string, idType?: IdType): Normalised {
  if (USUAL.test(raw)) return { ok: true, value: raw }
  const plain = raw
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    // Compatibility ideographs, of which GB 18030 has a few, are the same characters once more.
    .normalize('NFC')
    // Radicals look the same as the ideographs and come from copied PDFs.
    .replace(/[\u2f00-\u2fd5\uff21-\uff3a\uff41-\uff5a]/g, character => character.normalize('NFKC'))
    .trim()
  if (plain === '') return refuse('写上姓名')
  if (/[A-Za-z]/.test(plain)) return latinName(plain, idType)
  const value = plain.replace(DOTS, '·').replace(/\s+/g, '')
  const length = Array.from(value).length
  if (/^·|·$|··/.test(value)) return refuse('间隔点要放在两个字中间，请再看一眼证件')
  if (!HAN.test(value)) return refuse('姓名里有不是汉字的符号，请按证件填写')
  if (length < 2) return refuse('姓名至少两个字，请按证件填全')
  if (length > 30) return refuse('姓名最多 30 个字，请按证件填写')
  return { ok: true, value }
}

function latinName(plain: string, idType?: IdType): Normalised {
  if (!LATIN_NAMED.includes(idType)) return refuse('请填证件上的中文姓名')
  const value = plain.replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim().toUpperCase()
  if (!LATIN.test(value)) return refuse('姓名请按证件用字母和空格填写')
  if (value.length < 2 || value.length > LONGEST_LATIN) return refuse(`姓名请按证件填写，2 到 ${LONGEST_LATIN} 个字母`)
  return { ok: true, value }
}

const refuse = (message: string): Normalised => ({ ok: false, message })
