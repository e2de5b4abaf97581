import { z } from 'zod/mini'

// without it the small build of the library says of most faults only that the input is invalid
const { localeError } = z.locales.en()

type Step = PropertyKey

/** Where a fault lies, as whoever wrote the file would say it: a row of a list by its id or name, not by its number. */
function placeIn(value: unknown, steps: readonly Step[]): string {
  let part = value as Record<Step, unknown> | undefined
  return steps
    .map(step => {
      part = part?.[step] as typeof part
      if (typeof step !== 'number') return String(step)
      const called = part?.key ?? part?.id ?? part?.name ?? part?.from
      return typeof called === 'string' ? called : String(step + 1)
    })
    .join('.')
}

/**
 * What a schema makes of the value of a list under data/.
 *
 * @param files where the list is a folder: the file each of its rows came from
 * @throws with file, place and what is wrong, for each fault a line
 */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown, name: string, files?: readonly string[]): T {
  const result = schema.safeParse(value, { error: localeError })
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path: steps, message }) => {
    const [first, ...rest] = steps
    const file = typeof first === 'number' ? files?.[first] : undefined
    const where = file === undefined ? placeIn(value, steps) : placeIn((value as unknown[])[first as number], rest)
    return `data/${name}${file === undefined ? '' : `/${file}`}: ${where || 'whole file'}: ${message}`
  })
  throw new Error(faults.join('\n'))
}

/** Those of a folder's files that are rows of its list; one that was meant as such and named otherwise is no silent loss. */
export function rowFiles(name: string, files: readonly string[]): string[] {
  const misnamed = files.find(file => /\.(yml|json|txt|yaml\.\w+)$/i.test(file) && !file.startsWith('.'))
  if (misnamed !== undefined) throw new Error(`data/${name}/${misnamed}: nobody reads it; name it ….yaml`)
  return files.filter(file => file.endsWith('.yaml')).sort()
}
