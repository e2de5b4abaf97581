import type { District, DistrictKey } from '../district'
import { districtIn, originIn, plain, type CellValue } from '../roster'

/** Districts and a county that are part of others now; old files still begin with them. */
const FORMER_UNITS: Record<string, DistrictKey> = { 崇文: 'dongcheng', 宣武: 'xicheng', 通县: 'tongzhou' }
/** The six digits of the counties that became districts begin so. */
const COUNTY_CODE = /^1102/
/** What businesses of the BDA carry in their codes; nobody's hukou stands under it. */
const BDA_CODE = /^110302/

const bare = (name: string): string => (/[区县]$/.test(name) ? name.slice(0, -1) : name)

/** The unit that a place begins with, whatever street follows. A county only where there was one: 朝阳县 lies in another province. */
function unitAtHead(place: string, districts: readonly District[]): DistrictKey | undefined {
  const former = Object.keys(FORMER_UNITS).find(name => place.startsWith(name))
  if (former !== undefined) return FORMER_UNITS[former]
  return districts.find(({ name, aliasCodes }) => {
    const short = bare(name)
    const kind = place.startsWith(short) ? place.charAt(short.length) : ''
    return kind === '区' || (kind === '县' && aliasCodes.some(code => COUNTY_CODE.test(code)))
  })?.key
}

const UNKNOWN = '不认识的户籍地，请写到区，或 6 位区划代码；外省的写省名'

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
  const unit = unitAtHead(place, districts)
  if (unit) return { ok: true, value: unit }
  const province = originIn(text)
  if (province.ok && province.value !== undefined && province.value !== '11') return { ok: true, value: 'outside' }
  const district = districtIn(place, districts)
  if (district.ok && district.value !== undefined && !place.endsWith('县')) return district
  return { ok: false, reason: UNKNOWN }
}
