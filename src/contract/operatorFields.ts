import { z } from 'zod/mini'
import { DISTRICT_KEYS } from '../domain/district'
import { tellsNumber } from '../domain/person'

export const entryNo = z
  .string()
  .check(z.trim(), z.minLength(1, '请填登记编号'), z.maxLength(20, '登记编号太长，请再看一眼'))

/** A reason stands in history and audit in the clear. */
export const reason = z.string().check(
  z.trim(),
  z.minLength(2, '请写一下原因，本人和审计都看得到'),
  z.maxLength(200, '请写在 200 个字以内'),
  z.refine(text => !tellsNumber(text), '原因里不要写证件号码和手机号，改一下再提交'),
)

/** One of the 17 units, as an operator types it. */
export const district = z.enum(DISTRICT_KEYS, {
  error: '区填代码，例如海淀区是 haidian，经开区是 bda；17 个代码在经办人员手册“看台账”里',
})

/** Where the next page goes on: an answer's `next`. */
export const cursor = z.optional(z.string().check(z.maxLength(200)))

/** What a line of any list of people shows: who it is masked, facets in the clear. */
export const maskedLine = {
  no: z.string(),
  name: z.string(),
  phone: z.string(),
  handlingDistrict: z.optional(z.string()),
  assignedDistrict: z.optional(z.string()),
  category: z.string(),
  priority: z.int(),
  contactState: z.string(),
  served: z.int(),
  nextDue: z.optional(z.string()),
}

/** Long work has begun; `task.get` says how it stands. */
export const Begun = z.object({ taskId: z.string() })
