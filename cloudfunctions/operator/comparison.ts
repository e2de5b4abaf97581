import type { operatorContract } from '../../src/contract'
import { COMPARISON_COLUMNS } from '../../src/domain/comparison'
import { comparisonRun, type ComparisonInput } from '../kernel/comparison'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { invalid } from '../kernel/refusal'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { requireList } from './listFile'

type Input = ParsedInputOf<(typeof operatorContract)['comparison.run']>

/** Begins to compare a department's list; its batch is named by source and day where nobody names it. */
export async function runComparison({ source, fileID, asOf, batch, mapping }: Input, call: OperatorCall) {
  const known: readonly string[] = COMPARISON_COLUMNS[source].map(({ field }) => field)
  const strange = Object.keys(mapping ?? {}).filter(field => !known.includes(field))
  if (strange.length > 0)
    throw invalid(
      Object.fromEntries(
        strange.map(field => [`mapping.${field}`, `这份名单没有这一项，可以写的有 ${known.join('、')}`]),
      ),
    )
  await requireList({ fileID, asOf }, call)
  const input: ComparisonInput = {
    source,
    fileID,
    asOf,
    batch: batch ?? `${source} ${asOf}`,
    ...(mapping ? { mapping } : {}),
  }
  const { _id } = await beginTask(TASK_KINDS, comparisonRun, input, `batch ${input.batch}`, call)
  return { taskId: _id }
}
