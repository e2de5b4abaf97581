import { DESTINATION_CODES, type DestinationCode } from '../destination'
import { DISTRICT_KEYS, type DistrictKey } from '../district'

/** Kinds of destination that are checked apart, since they are claimed and proved in different ways (domain facts §11). */
export const SPOT_KINDS = [
  'contract',
  'otherForm',
  'assistant',
  'public',
  'business',
  'freelance',
  'studying',
  'abroad',
  'enrolled',
] as const
export type SpotKind = (typeof SPOT_KINDS)[number]

export const SPOT_KIND_NAMES: Record<SpotKind, string> = {
  contract: '签协议、合同或参保',
  otherForm: '其他录用形式（灵活就业）',
  assistant: '科研、管理助理',
  public: '基层项目和应征入伍',
  business: '自主创业',
  freelance: '自由职业（灵活就业）',
  studying: '升学',
  abroad: '出国、出境',
  enrolled: '留级、休学、续读',
}

const KIND_OF: Record<DestinationCode, SpotKind | undefined> = {
  '10': 'contract',
  '11': 'contract',
  SI: 'contract',
  '12': 'otherForm',
  '27': 'assistant',
  '46': 'public',
  '50': 'public',
  '51': 'public',
  '75': 'business',
  '76': 'freelance',
  '80': 'studying',
  '85': 'abroad',
  '65': 'enrolled',
  '70': undefined,
  '71': undefined,
  '72': undefined,
}

/** Codes of a kind. */
export const codesOf = (kind: SpotKind): DestinationCode[] => DESTINATION_CODES.filter(code => KIND_OF[code] === kind)

/** Whoever stands in the municipal pool is checked too. */
const POOL = 'pool'
export type SpotDistrict = DistrictKey | typeof POOL

/** District and kind of destination, e.g. `haidian:contract`. */
export type Stratum = `${SpotDistrict}:${SpotKind}`

/** The stratum of an entry with a destination; undefined where there is nothing to check. */
export function stratumOf(code: DestinationCode, district: DistrictKey | undefined): Stratum | undefined {
  const kind = KIND_OF[code]
  return kind && `${district ?? POOL}:${kind}`
}

export function partsOf(stratum: Stratum): { district: SpotDistrict; kind: SpotKind } {
  const [district, kind] = stratum.split(':') as [SpotDistrict, SpotKind]
  return { district, kind }
}

/** Every stratum in the order lists are written in: districts in the official order, the pool last. */
export const STRATA: readonly Stratum[] = [...DISTRICT_KEYS, POOL as typeof POOL].flatMap(district =>
  SPOT_KINDS.map((kind): Stratum => `${district}:${kind}`),
)
