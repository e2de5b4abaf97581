import { z } from 'zod/mini'
import { NOTICE_KINDS } from '../domain/distribution'
import { Begun, cursor, district } from './operatorFields'
import { procedure } from './procedure'

/** Which district an entry belongs to, for operators. */
export const distributionProcedures = {
  'distribution.run': procedure(
    'Places every entry of the ledger in a district by hukou, the own choice or the list, and lists who stays in the municipal pool and why',
    z.strictObject({}),
    Begun,
  ),
  'notice.list': procedure(
    'Who came to a district and who left it, by distribution or by their own choice, newest first; with a cursor to go on',
    z.strictObject({ district, cursor }),
    z.object({
      notices: z.array(
        z.object({
          kind: z.enum(NOTICE_KINDS),
          other: district,
          no: z.string(),
          why: z.string(),
          at: z.string(),
        }),
      ),
      next: z.optional(z.string()),
    }),
  ),
} as const
