import { z } from 'zod/mini'

/** A group of answers. What it doesn't know it names; a missing group says that it is missing. */
export const answers = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `这里没有这一项：${issue.keys.join('、').slice(0, 60)}`
        : '这一部分还没填，请填了再交',
  })

/** Free text of at most `max` characters. */
export const line = (max: number, tooLong: string) =>
  z.string({ error: '请用文字填写' }).check(z.trim(), z.maxLength(max, tooLong))

/** Text that has to be there. */
export const needed = (max: number, missing: string, tooLong: string) =>
  z.string({ error: missing }).check(z.trim(), z.minLength(1, missing), z.maxLength(max, tooLong))

export const yesOrNo = (question: string) => z.boolean({ error: `请选一个：${question}` })
