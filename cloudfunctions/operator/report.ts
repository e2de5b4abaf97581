import type { operatorContract } from '../../src/contract'
import { beijingDate } from '../../src/domain/time'
import { governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { invalid } from '../kernel/refusal'
import { reportMake } from '../kernel/report/kind'
import { beginTask, TASK_KINDS } from '../kernel/task'

type Input = ParsedInputOf<(typeof operatorContract)['report.make']>

/** Begins a report. A day that is not over yet is counted as it stands when the ledger is read. */
export async function makeReport({ kind, asOf, district }: Input, call: OperatorCall) {
  const today = beijingDate(call.now)
  const { window } = governing(asOf)
  if (asOf > today) throw invalid({ asOf: `报表日还没到，最晚填今天（${today}）` })
  if (asOf < window.from) throw invalid({ asOf: `行动 ${window.from} 才开始，报表日最早填这一天` })
  const input = { kind, asOf, ...(district ? { district } : {}), madeOn: today }
  const { _id } = await beginTask(TASK_KINDS, reportMake, input, `${kind} ${asOf} ${district ?? 'city'}`, call)
  return { taskId: _id }
}
