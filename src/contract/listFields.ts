import { z } from 'zod/mini'
import { BeijingDateSchema } from '../domain/time'

/** A file in cloud storage, as uploading it answered. */
export const fileID = z
  .string()
  .check(
    z.trim(),
    z.regex(/^cloud:\/\/[^/]+\/.+/, '请填上传文件后得到的 fileID，以 cloud:// 开头'),
    z.maxLength(500, 'fileID 太长，请再看一眼'),
  )

/** An operator's own name for a delivery; it stands in the history of each entry it changes. */
export const batch = z
  .string()
  .check(z.trim(), z.minLength(1, '请给这一批起个名字，例如 2024-07'), z.maxLength(40, '批次名写在 40 个字以内'))

/** The day for which a list holds. */
export const asOf = BeijingDateSchema

const NOT_A_FIELD = '没有这一项。能写的项目见经办人员手册“名单导入”里的表'

/** Field → its heading in the file, where it isn't among the names that are recognised. */
export const mappingOf = <Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.optional(
    z.partialRecord(
      z.enum(fields),
      z.string().check(z.trim(), z.minLength(1, '请填表里的列名'), z.maxLength(60, '列名太长，请再看一眼')),
      { error: ({ code }: { code: string }) => (code === 'unrecognized_keys' ? NOT_A_FIELD : undefined) },
    ),
  )
