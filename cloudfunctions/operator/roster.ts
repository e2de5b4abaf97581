import type { operatorContract } from '../../src/contract'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { rosterDryRun, rosterImport, type RosterInput } from '../kernel/roster'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { requireList } from './listFile'

type Contract = typeof operatorContract
type Input = ParsedInputOf<Contract['roster.import']>

async function begin(kind: typeof rosterImport, input: Input, call: OperatorCall) {
  await requireList(input, call)
  const { _id } = await beginTask(TASK_KINDS, kind, input satisfies RosterInput, `batch ${input.batch}`, call)
  return { taskId: _id }
}

export const tryRoster = (input: Input, call: OperatorCall) => begin(rosterDryRun, input, call)

export const importRoster = (input: Input, call: OperatorCall) => begin(rosterImport, input, call)
