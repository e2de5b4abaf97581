import { z } from 'zod/mini'
import { invalid } from '../kernel/refusal'
import type { After } from '../kernel/store/newest'

/** A page's end as text that says nothing to whoever carries it, and back. Throws INVALID_INPUT for any other text. */
export const cursorOf = <T>(schema: z.ZodMiniType<T>) => ({
  write: (after: T): string => Buffer.from(JSON.stringify(after)).toString('base64url'),

  read(text: string): T {
    let value: unknown
    try {
      value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    } catch {
      value = undefined
    }
    const parsed = z.safeParse(schema, value)
    if (!parsed.success) throw invalid({ cursor: '翻页标记不对，请从第一页重新查' })
    return parsed.data
  },
})

/** A conflict's id is the longest: that of its entry, its kind and what it asks. */
const LONGEST_ID = 100

const newest = cursorOf(z.tuple([z.iso.datetime(), z.string().check(z.minLength(1), z.maxLength(LONGEST_ID))]))

export const writeCursor = ({ createdAt, id }: After): string => newest.write([createdAt, id])

/** Where a list goes on, newest first; undefined on its first page. */
export function readCursor(text: string | undefined): After | undefined {
  if (text === undefined) return undefined
  const [createdAt, id] = newest.read(text)
  return { createdAt, id }
}

/** The first `limit` of what was found, and where the next page goes on if there is more. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  cursorAfter: (last: T) => string,
): { page: T[]; next?: string } {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { page, ...(found.length > limit && last ? { next: cursorAfter(last) } : {}) }
}

/** The same for lists by the moment `at`. */
export const pageByMoment = <T extends { _id: string; at: string }>(found: readonly T[], limit: number) =>
  pageOf(found, limit, ({ _id, at }) => writeCursor({ createdAt: at, id: _id }))
