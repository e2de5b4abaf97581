import { z } from 'zod/mini'
import { invalid } from '../kernel/refusal'

/** The last entry of a page: where the next one goes on. */
export interface Cursor {
  createdAt: string
  id: string
}

const CursorSchema = z.tuple([z.iso.datetime(), z.string().check(z.minLength(1), z.maxLength(64))])

export const writeCursor = ({ createdAt, id }: Cursor): string =>
  Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')

/** Somebody else's text, or one that was cut. */
export const wrongCursor = () => invalid({ cursor: '翻页标记不对，请从第一页重新查' })

/** Throws INVALID_INPUT where it is not a cursor that `writeCursor` made. */
export function readCursor(text: string): Cursor {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    value = undefined
  }
  const parsed = z.safeParse(CursorSchema, value)
  if (!parsed.success) throw wrongCursor()
  const [createdAt, id] = parsed.data
  return { createdAt, id }
}
