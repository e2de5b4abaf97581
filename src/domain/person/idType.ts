import { z } from 'zod/mini'

/** 证件类型, the ledger's own two-digit codes (domain facts §5). */
export const ID_TYPES = ['01', '02', '03', '04', '05', '06'] as const
export const IdTypeSchema = z.enum(ID_TYPES, { error: '选一种证件' })
export type IdType = z.infer<typeof IdTypeSchema>

export const ID_TYPE_NAMES: Record<IdType, string> = {
  '01': '居民身份证',
  '02': '港澳居民来往内地通行证',
  '03': '台湾居民来往大陆通行证',
  '04': '港澳台居民居住证',
  '05': '护照',
  '06': '外国人永久居留身份证',
}
