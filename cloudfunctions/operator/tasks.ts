import type { operatorContract } from '../../src/contract'
import { rateOf, secondsLeft, type Task } from '../../src/domain/task'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { cancelTask, TASK_KINDS } from '../kernel/task'

type Contract = typeof operatorContract
type Get = ParsedInputOf<Contract['task.get']>
type Cancel = ParsedInputOf<Contract['task.cancel']>
type List = ParsedInputOf<Contract['task.list']>

const isoOf = (ms: number): string => new Date(ms).toISOString()

const summaryOf = (task: Task) => ({
  taskId: task._id,
  kind: task.kind,
  state: task.state,
  done: task.done,
  total: task.total,
  ...(task.lastError ? { lastError: task.lastError } : {}),
  createdBy: task.createdBy,
  createdAt: isoOf(task.createdAt),
  ...(task.startedAt === null ? {} : { startedAt: isoOf(task.startedAt) }),
  ...(task.endedAt === null ? {} : { endedAt: isoOf(task.endedAt) }),
})

function shownOf(task: Task, now: Date) {
  const rate = rateOf(task, now.getTime())
  const seconds = secondsLeft(task, now.getTime())
  return {
    ...summaryOf(task),
    ...(task.state === 'done' ? { result: task.result } : {}),
    files: task.files,
    ...(rate === undefined ? {} : { rate: Math.round(rate * 10) / 10 }),
    ...(seconds === undefined ? {} : { secondsLeft: seconds }),
    ...(task.cancel && task.state !== 'cancelled' ? { cancelling: true } : {}),
  }
}

async function taskOf(id: string, call: OperatorCall): Promise<Task> {
  const task = await call.store.tasks.read(id)
  if (!task) throw new Refusal('NOT_FOUND', '没有这项任务，请核对编号；最近的任务用 task.list 看')
  return task
}

export const taskGet = async ({ taskId }: Get, call: OperatorCall) => shownOf(await taskOf(taskId, call), call.now)

/** A task that has ended already stays as it is, and is shown. */
export const taskCancel = async ({ taskId, reason }: Cancel, call: OperatorCall) =>
  shownOf(await cancelTask(TASK_KINDS, await taskOf(taskId, call), reason, call), call.now)

export const taskList = async ({ state, limit }: List, call: OperatorCall) => ({
  tasks: (await call.store.tasks.list(state, limit)).map(summaryOf),
})
