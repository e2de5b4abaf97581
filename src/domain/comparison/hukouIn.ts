import type { District, DistrictKey } from '../district'
import { districtIn, originIn, plain, type CellValue } from '../roster'

/** Districts that were merged into others in 2010; old files still name them. */
const FORMER_NAMES: Record<string, DistrictKey> = { 崇文: 'dongcheng', 宣武: 'xicheng' }
/** What businesses of the BDA carry in their codes; nobody's hukou stands under it. */
const BDA_CODE = /^110302/

const bare = (name: string): string => (/[区县]$/.test(name) ? name.slice(0, -1) : name)

/**
 * Where somebody's hukou is, as public security says it: one of the 17 units by name, by today's GB/T 2260 code or by the code
 * of an abolished district or county, or outside Beijing. The BDA is no administrative division: a code never says it.
 */
export function hukouIn(cell: string, districts: readonly District[]): CellValue<DistrictKey | 'outside'> {
  const text = plain(cell)
  if (text === '') return { ok: true }
  if (BDA_CODE.test(text))
    return { ok: false, reason: '110302 是企业登记用的代码，不是户籍地。请写户籍所在的区，或写明经开区' }
  if (/^\d/.test(text)) return districtIn(text, districts)
  const place = text.replace(/^北京市?(市辖区)?/, '')
  const former = FORMER_NAMES[bare(place)]
  if (former) return { ok: true, value: former }
  // an address begins with its district, whatever street follows
  const within = districts.find(({ name }) => {
    const short = bare(name)
    return place.startsWith(short) && /[区县]/.test(place.charAt(short.length))
  })
  if (within) return { ok: true, value: within.key }
  const district = districtIn(place, districts)
  if (district.ok && district.value !== undefined) return district
  const province = originIn(text)
  if (province.ok && province.value !== undefined && province.value !== '11') return { ok: true, value: 'outside' }
  return { ok: false, reason: '不认识的户籍地，请写到区，或 6 位区划代码；外省的写省名' }
}
