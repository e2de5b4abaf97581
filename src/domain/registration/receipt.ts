import { z } from 'zod/mini'
import { DistrictKeySchema } from '../district'
import { KindSchema, RegistrationStatusSchema } from './kinds'
import { isRegistrationNumber } from './number'

/** What a person holds in hand once they have filed. */
export const ReceiptSchema = z.strictObject({
  /** Registration number. */
  no: z.string().check(z.refine(isRegistrationNumber, '登记编号对不上，请再看一眼')),
  kind: KindSchema,
  handlingDistrict: DistrictKeySchema,
  status: RegistrationStatusSchema,
  /** ISO 8601 UTC instant. */
  filedAt: z.iso.datetime(),
})
export type Receipt = z.infer<typeof ReceiptSchema>
