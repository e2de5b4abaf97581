import type { operatorContract } from '../../src/contract'
import { distributionRun } from '../kernel/distribution/kind'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { pageByMoment, readCursor } from './cursor'

type Contract = typeof operatorContract
type Run = ParsedInputOf<Contract['distribution.run']>
type List = ParsedInputOf<Contract['notice.list']>

/** Begins to place the whole ledger; while that is under way, asking again gives the same task. */
export async function runDistribution(_input: Run, call: OperatorCall) {
  const { _id } = await beginTask(TASK_KINDS, distributionRun, {}, 'distribution of the whole ledger', call)
  return { taskId: _id }
}

const PAGE = 50

/** A district's queue of who came and who left, newest first. */
export async function noticeList({ district, cursor }: List, call: OperatorCall) {
  const found = await call.store.notices.of(district, readCursor(cursor), PAGE + 1)
  const { page, ...more } = pageByMoment(found, PAGE)
  return { notices: page.map(({ kind, other, no, why, at }) => ({ kind, other, no, why, at })), ...more }
}
