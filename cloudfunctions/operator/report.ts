import type { operatorContract } from '../../src/contract'
import { beijingDate } from '../../src/domain/time'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { reportMake } from '../kernel/report/kind'
import { beginTask, TASK_KINDS } from '../kernel/task'

type Input = ParsedInputOf<(typeof operatorContract)['report.make']>

/** Begins a report. A day that is not over yet is counted as it stands when the ledger is read. */
export async function makeReport({ kind, asOf, district }: Input, call: OperatorCall) {
  if (asOf > beijingDate(call.now)) {
    const message = '报表日还没到，最晚填今天'
    throw new Refusal('INVALID_INPUT', message, { asOf: message })
  }
  const input = { kind, asOf, ...(district ? { district } : {}) }
  const { _id } = await beginTask(TASK_KINDS, reportMake, input, `${kind} ${asOf} ${district ?? 'city'}`, call)
  return { taskId: _id }
}
