import { createHash, randomUUID } from 'node:crypto'
import { cancel, newTask, type Task } from '../../../src/domain/task'
import { stopwatch } from '../clock'
import { faultText } from '../log'
import type { OperatorCall } from '../procedure'
import { Refusal } from '../refusal'
import { advanceNow } from './advance'
import type { TaskKind, TaskKinds } from './kind'

/** A small task is done within the operator's own call, ms; what is longer goes on by the timer. */
const AT_ONCE_MS = 4_000

const busy = (id: string) =>
  new Refusal(
    'NOT_ALLOWED',
    `有一项不能同时做的任务还没做完，编号 ${id}。等它做完，或者用 task.cancel 停下它，再来开这一项`,
  )

/**
 * What an operator's call can do at once. A failure is only noted: the task stands, and the timer goes on with it once its
 * lease has run out.
 */
async function atOnce(kinds: TaskKinds, task: Task, call: OperatorCall): Promise<Task> {
  try {
    return await advanceNow(kinds, task, { call: { ...call, elapsed: stopwatch() }, untilMs: AT_ONCE_MS })
  } catch (error) {
    call.note(`task ${task.kind}: ${faultText(error)}`)
    return task
  }
}

/** Of the same kind with the same input there is one task at a time. */
const sameAs = (kind: string, input: object): string =>
  `${kind}:${createHash('sha256').update(JSON.stringify(input)).digest('hex')}`

/**
 * Begins long work: stores the task, audited, and moves it forward for a few seconds. The same request while its task is still
 * active gives that task; another one that must not run beside it is refused.
 */
export async function beginTask<Input extends Record<string, unknown>, Checkpoint>(
  kinds: TaskKinds,
  kind: TaskKind<Input, Checkpoint>,
  input: Input,
  reason: string,
  call: OperatorCall,
): Promise<Task> {
  if (!kinds.has(kind.name)) throw new Error(`the kind ${kind.name} is in no table`)
  const by = call.operator.id
  const exclusive = kind.exclusive?.(input) ?? sameAs(kind.name, input)
  const task = newTask({ id: randomUUID(), kind: kind.name, input, exclusive, by }, call.now.getTime())
  await call.store.audit.append({ at: call.now.toISOString(), by, action: kind.name, target: task._id, reason })
  const stored = await call.store.tasks.create(task)
  const same = stored.kind === task.kind && JSON.stringify(stored.input) === JSON.stringify(task.input)
  if (stored._id !== task._id && !same) throw busy(stored._id)
  return atOnce(kinds, stored, call)
}

/** Asks for a task's end, audited, and tidies up at once where nobody is at work on it. */
export async function cancelTask(kinds: TaskKinds, task: Task, reason: string, call: OperatorCall): Promise<Task> {
  const { now, operator, store } = call
  await store.audit.append({ at: now.toISOString(), by: operator.id, action: 'task.cancel', target: task._id, reason })
  const asked = await store.tasks.change(task, stored => cancel(stored, operator.id, reason, now.getTime()))
  return asked ? atOnce(kinds, asked, call) : ((await store.tasks.read(task._id)) ?? task)
}
