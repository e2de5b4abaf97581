import { z } from 'zod/mini'

export const entryNo = z
  .string()
  .check(z.trim(), z.minLength(1, '请填登记编号'), z.maxLength(20, '登记编号太长，请再看一眼'))

export const reason = z
  .string()
  .check(z.trim(), z.minLength(2, '请写一下原因，本人和审计都看得到'), z.maxLength(200, '请写在 200 个字以内'))

/** Where the next page goes on: an answer's `next`. */
export const cursor = z.optional(z.string().check(z.maxLength(200)))

/** Long work has begun; `task.get` says how it stands. */
export const Begun = z.object({ taskId: z.string() })
