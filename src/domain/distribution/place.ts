import type { DistrictKey } from '../district'
import { listFactsOf, type LedgerEntry } from '../ledger'

/** What a distribution reads of an entry to say where it belongs. */
export type Placeable = Pick<
  LedgerEntry,
  'assignedDistrict' | 'handlingDistrict' | 'handlingBy' | 'compared' | 'roster' | 'youthList' | 'erased' | 'status'
>

/** On which ground a district is an entry's, the strongest first (domain facts §9; notice §五(三)). */
export const PLACE_GROUNDS = ['hukou', 'chosen', 'list'] as const
export type PlaceGround = (typeof PLACE_GROUNDS)[number]

export const PLACE_GROUND_NAMES: Record<PlaceGround, string> = {
  hukou: '公安比对的户籍区',
  chosen: '本人选的区',
  list: '名单上的区',
}

/** Why nobody can say where an entry belongs: it stands in the municipal pool until somebody can. */
export const POOL_REASONS = ['notCompared', 'nameDiffers', 'deceased', 'outside'] as const
export type PoolReason = (typeof POOL_REASONS)[number]

export const POOL_REASON_NAMES: Record<PoolReason, string> = {
  notCompared: '还没有和公安比对，本人没有选区，名单上也没有区',
  nameDiffers: '公安比对姓名不一致，要先核对；本人没有选区，名单上也没有区',
  deceased: '公安名单上已死亡，要先核对；本人没有选区，名单上也没有区',
  outside: '户籍不在北京，本人没有选区，名单上也没有区',
}

export type Place = { district: DistrictKey; ground: PlaceGround } | { pool: PoolReason }

/** Whether the handling district is somebody's choice, and not what a distribution or a list put there. */
export const isChosen = ({ handlingDistrict, handlingBy }: Placeable): boolean =>
  handlingDistrict !== undefined && handlingBy !== 'distribution'

/**
 * Where an entry belongs: the hukou's district by public security's word where it is in Beijing, else the district the person
 * chose, else the one the list names. The number on an identity card says nothing of it (domain facts §1).
 */
export function placeOf(entry: Placeable): Place {
  const police = entry.compared?.publicSecurity
  const hukou = police?.hukou
  if (hukou !== undefined && hukou !== 'outside') return { district: hukou, ground: 'hukou' }
  if (entry.handlingDistrict !== undefined && isChosen(entry))
    return { district: entry.handlingDistrict, ground: 'chosen' }
  const listed = listFactsOf(entry).find(({ district }) => district !== undefined)?.district
  if (listed) return { district: listed, ground: 'list' }
  if (hukou === 'outside') return { pool: 'outside' }
  return { pool: police?.result === 'nameDiffers' || police?.result === 'deceased' ? police.result : 'notCompared' }
}
