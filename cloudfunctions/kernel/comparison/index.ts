import type { ComparisonField, ComparisonRow } from '../../../src/domain/comparison'
import type { TaskKind } from '../task/kind'
import { listKind, taskFolder, type ListCheckpoint } from '../task/parts'
import { comparisonList, comparisonOf, type ComparisonInput } from './comparisonList'
import { compareRows } from './compareRows'
import { gather, NOBODY, readSeveral, SEVERAL, type Several } from './gather'

export type { ComparisonInput } from './comparisonList'

/** As of any list, and how many parts were gone through for people who stand in several rows. */
type ComparisonCheckpoint = ListCheckpoint<ComparisonField> & { gathered?: number }

const listOf = (several: Several) =>
  listKind<ComparisonInput, ComparisonField, ComparisonRow>({
    ...comparisonList,
    name: 'comparison.run',
    // beside it no other list is taken in or compared
    exclusive: () => 'ledger',
    take: (rows, { taskId, input }, call) => compareRows(rows, several, comparisonOf(taskId, input, call.now), call),
  })

const plain = listOf(NOBODY)

/** Compares a department's list with the ledger (notice §五(三)). */
export const comparisonRun: TaskKind<ComparisonInput, ComparisonCheckpoint> = {
  ...plain,

  async advance(work, call) {
    const { id, input, checkpoint } = work
    if (!checkpoint?.whole || checkpoint.doubles === 0) return plain.advance(work, call)
    const folder = taskFolder(call.files, id, input.fileID)
    const { gathered = 0, parts, rows } = checkpoint
    if (gathered < parts) {
      const further = { ...checkpoint, gathered: await gather(input, gathered, parts, folder) }
      return { outcome: 'goOn', checkpoint: further, done: 0, total: rows }
    }
    return listOf(await readSeveral(folder)).advance(work, call)
  },

  async tidyUp(work, call) {
    await plain.tidyUp?.(work, call)
    await taskFolder(call.files, work.id, work.input.fileID).remove([SEVERAL])
  },
}
