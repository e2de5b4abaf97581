import { refusedName, type TaskFolder } from './folder'
import type { RefusedLine } from './results'
import type { StoredDouble } from './split'

/**
 * Of rows that repeat another one word for word, those whose other row was refused, each with the lines it has then. `lines` are
 * those of `part`, the one being worked through; rows above it are looked up in the task's own files.
 */
export async function refusedAgain<Field extends string>(
  repeated: readonly StoredDouble[],
  part: number,
  lines: readonly RefusedLine<Field>[],
  refusedIn: readonly number[],
  folder: TaskFolder,
): Promise<RefusedLine<Field>[][]> {
  const parts = new Set(repeated.map(({ otherPart }) => otherPart))
  const refused = new Map<number, RefusedLine<Field>[]>()
  const keep = (line: RefusedLine<Field>) => void refused.set(line[0], [...(refused.get(line[0]) ?? []), line])
  if (parts.has(part)) lines.forEach(keep)
  for (const above of refusedIn.filter(each => parts.has(each)))
    (await folder.read<RefusedLine<Field>[]>(refusedName(above))).forEach(keep)
  return repeated.flatMap(({ row, other }) => {
    const otherLines = refused.get(other)
    return otherLines ? [otherLines.map(([, field, reason]): RefusedLine<Field> => [row, field, reason])] : []
  })
}
