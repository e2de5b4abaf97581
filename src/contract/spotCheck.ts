import { z } from 'zod/mini'
import { Begun } from './operatorFields'
import { procedure } from './procedure'

/** Checking whether recorded destinations are true. */
export const spotCheckProcedures = {
  'spotCheck.draw': procedure(
    'Draws destinations to be checked, by district and kind; the same seed, ratio and ledger give the same list',
    z.strictObject({
      seed: z
        .string()
        .check(
          z.trim(),
          z.minLength(1, '请填一个种子，比如“2024-09 第一次”'),
          z.maxLength(64, '种子请写在 64 个字以内'),
        ),
      /** The campaign's ratio where it is left out. */
      ratio: z.optional(
        z
          .number('比例填大于 0、不超过 1 的数，0.05 是 5%')
          .check(
            z.gt(0, '比例填大于 0、不超过 1 的数，0.05 是 5%'),
            z.lte(1, '比例填大于 0、不超过 1 的数，0.05 是 5%'),
          ),
      ),
    }),
    Begun,
  ),
} as const
