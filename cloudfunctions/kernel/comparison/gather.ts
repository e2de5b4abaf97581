import { combine, type ComparisonField, type Saying } from '../../../src/domain/comparison'
import { cellsBy, doublesOf, partName, type Part, type TaskFolder } from '../task/parts'
import { readCells, type ComparisonInput } from './comparisonList'

/** What the rows of people who stand in several say together. */
export interface Several {
  /** A person's first row → all that their rows say. */
  says: ReadonlyMap<number, Saying>
  /** A person's further row → their first. */
  firstOf: ReadonlyMap<number, number>
}

export const NOBODY: Several = { says: new Map(), firstOf: new Map() }

/** The task's own file of them; it holds no name and no number. */
export const SEVERAL = 'several.json'

interface Stored {
  says: [first: number, says: Saying][]
  further: [row: number, first: number][]
}

export async function readSeveral(folder: TaskFolder): Promise<Several> {
  const { says, further } = await folder.read<Stored>(SEVERAL)
  return { says: new Map(says), firstOf: new Map(further) }
}

/** Parts that are gone through in one chunk. */
export const PARTS_AT_ONCE = 40

/**
 * Goes through the next parts and puts together what several rows say of one person, wherever in the file they stand. Doing
 * a part twice changes nothing. How many parts are gone through then.
 */
export async function gather(
  input: ComparisonInput,
  gathered: number,
  parts: number,
  folder: TaskFolder,
): Promise<number> {
  const doubles = [...(await doublesOf(folder)).values()].filter(({ verdict }) => verdict === 'otherContent')
  const firstOf = new Map(doubles.map(({ row, other }) => [row, other]))
  const firsts = new Set(firstOf.values())
  const says = new Map(gathered > 0 ? (await readSeveral(folder)).says : [])
  const until = Math.min(parts, gathered + PARTS_AT_ONCE)
  for (let part = gathered + 1; part <= until; part += 1) {
    const { fields, rows } = await folder.read<Part<ComparisonField>>(partName(part))
    const cellsOf = cellsBy(fields)
    for (const [number, cells] of rows) {
      const first = firstOf.get(number) ?? (firsts.has(number) ? number : undefined)
      const read = first === undefined ? undefined : readCells(cellsOf(cells), input)
      if (first === undefined || !read?.ok) continue
      const before = says.get(first)
      says.set(first, before ? combine(before, read.row.says) : read.row.says)
    }
  }
  const stored: Stored = { says: [...says], further: [...firstOf] }
  await folder.write(SEVERAL, stored)
  return until
}
