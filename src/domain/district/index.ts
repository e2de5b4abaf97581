import { z } from 'zod/mini'

/**
 * The 17 units that keep a ledger: 16 districts and the Economic-Technological Development Area (BDA), which has no
 * GB/T 2260 code of its own. Official order, as in notice 京人社就促字〔2024〕109号's addressees; used in pickers and reports.
 */
export const DISTRICT_KEYS = [
  'dongcheng',
  'xicheng',
  'chaoyang',
  'haidian',
  'fengtai',
  'shijingshan',
  'mentougou',
  'fangshan',
  'tongzhou',
  'shunyi',
  'daxing',
  'changping',
  'pinggu',
  'huairou',
  'miyun',
  'yanqing',
  'bda',
] as const

export const DistrictKeySchema = z.enum(DISTRICT_KEYS, { error: '请从 17 个区里选一个' })
export type DistrictKey = z.infer<typeof DistrictKeySchema>

/** One row of data/districts.yaml: what a person reads and which old codes an ID number may still carry. */
export const DistrictSchema = z.strictObject({
  key: DistrictKeySchema,
  name: z.string(),
  /** GB/T 2260; null for the BDA. */
  gbCode: z.nullable(z.string().check(z.regex(/^1101\d\d$/))),
  /** Codes that stand for this unit elsewhere (abolished counties, 110302 in USCCs): never used to guess a hukou. */
  aliasCodes: z.array(z.string().check(z.regex(/^\d{6}$/))),
})
export type District = z.infer<typeof DistrictSchema>

/** Why a district is the person's: hukou, residence or where they look for work (notice §五(三)). */
export const BASES = ['hukou', 'residence', 'jobSearch'] as const
export const BasisSchema = z.enum(BASES, { error: '请选一个：户籍地、常住地或求职地' })
export type Basis = z.infer<typeof BasisSchema>
