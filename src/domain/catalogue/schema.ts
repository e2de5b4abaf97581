import { z } from 'zod/mini'

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
const aliases = z.optional(z.array(text))

/** 高等学校 by the level it teaches: 本科 or 高职专科. */
export const SCHOOL_LEVELS = ['bachelor', 'college'] as const

/** One institution. `code` is the ministry's five digits, only where it is sure. */
export const SchoolSchema = z.strictObject({
  name: text,
  code: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  level: z.enum(SCHOOL_LEVELS),
  city: text,
  aliases,
})
export type School = z.infer<typeof SchoolSchema>

export const MAJOR_LEVELS = ['bachelor', 'college', 'postgraduate'] as const

/** One major: six digits for 本科 (with T or K) and 高职专科, four for a postgraduate discipline (一级学科). */
export const MajorSchema = z.strictObject({
  code: z.string().check(z.regex(/^\d{4}$|^\d{6}T?K?$/)),
  name: text,
  level: z.enum(MAJOR_LEVELS),
  /** 专业类 or 学科门类, as a person reads it. */
  class: text,
  aliases,
})
export type Major = z.infer<typeof MajorSchema>
