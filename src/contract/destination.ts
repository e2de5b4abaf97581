import { z } from 'zod/mini'
import { isCreditCode } from '../domain/comparison'
import { EVIDENCE_KEYS, HAND_CODES, HAND_METHODS, NO_EVIDENCE, TRAINEESHIP_IS_NONE } from '../domain/destination'
import { BeijingDateSchema } from '../domain/time'
import { entryNo, reason } from './operatorFields'
import { procedure } from './procedure'

const method = z.enum(HAND_METHODS, {
  error: '核实方式填 document（看了书面凭据）、phone（电话回访）或 statement（本人说的）；社保比对用 comparison.run',
})
/** What proves no destination is known here by name, so that its refusal can say why. */
const evidence = z.enum([...EVIDENCE_KEYS, ...NO_EVIDENCE], { error: '不认识的凭据，请从手册里列的选一个' })

const Recorded = z.object({ no: z.string(), version: z.int(), code: z.optional(z.string()), verified: z.boolean() })

/** Where somebody went, by an operator's hand. */
export const destinationProcedures = {
  'destination.record': procedure(
    "Records where a person went, or with a code without work takes that back; a stronger verification isn't overwritten by a weaker one",
    z.strictObject({
      no: entryNo,
      code: z.enum(HAND_CODES, { error: `毕业去向填两位代码，例如 11。${TRAINEESHIP_IS_NONE}` }),
      since: z.optional(BeijingDateSchema),
      method,
      evidence,
      employer: z.optional(
        z
          .string()
          .check(z.trim(), z.minLength(2, '请写单位全称'), z.maxLength(100, '单位名称太长，请写在 100 个字以内')),
      ),
      employerCode: z.optional(
        z
          .string()
          .check(
            z.trim(),
            z.toUpperCase(),
            z.refine(isCreditCode, '统一社会信用代码对不上（18 位，没有 I、O、S、V、Z），请对照营业执照再看一眼'),
          ),
      ),
      reason,
    }),
    Recorded,
  ),
  'destination.verify': procedure(
    'Raises how well a recorded destination is known; never by whoever recorded it',
    z.strictObject({ no: entryNo, method, evidence, reason }),
    Recorded,
  ),
} as const
