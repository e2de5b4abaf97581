import { withMark } from './pace'
import { hasEnded, NEVER, type Task, type TaskFile } from './task'

/** A holder that writes nothing for this long is taken for dead; longer than any function may run. */
export const LEASE_MS = 90_000
/** A step that failed or was cut off so often without coming forward ends its task. */
export const MOST_TRIES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000

const CUT_OFF = '上一步中途断了，会从断的地方接着做'

/** How long a task rests after failing `tries` times in a row, ms: doubling from half a minute to an hour. */
export const waitAfter = (tries: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))

/** A way a task goes on; undefined where it can't: somebody else holds it, or there is nothing left to do. */
export type Transition = Task | undefined

/** Takes a due task for `holder`. A lease that ran out means that its holder was cut off: that counts as a failure. */
export function claim(task: Task, holder: string, nowMs: number): Transition {
  if (task.dueAt > nowMs) return undefined
  const cut = task.holder !== ''
  return {
    ...task,
    state: hasEnded(task) ? task.state : 'running',
    holder,
    dueAt: nowMs + LEASE_MS,
    tries: task.tries + (cut ? 1 : 0),
    lastError: cut && !hasEnded(task) ? CUT_OFF : task.lastError,
    startedAt: task.startedAt ?? nowMs,
    marks: task.startedAt === null ? [{ at: nowMs, done: task.done }] : task.marks,
  }
}

/** What its holder has to do with a task. */
export function dutyOf(task: Task): 'advance' | 'cancel' | 'giveUp' | 'cleanUp' {
  if (hasEnded(task)) return 'cleanUp'
  if (task.cancel) return 'cancel'
  return task.tries >= MOST_TRIES ? 'giveUp' : 'advance'
}

export interface Progress {
  checkpoint: unknown
  done: number
  total: number
}

/** A chunk is done. The holder keeps the task for the next one, or lets go of it, so that others get their turn. */
export function proceed(
  task: Task,
  holder: string,
  { checkpoint, done, total }: Progress,
  nowMs: number,
  then: 'keep' | 'letGo',
): Transition {
  if (task.holder !== holder || hasEnded(task)) return undefined
  const kept = then === 'keep'
  return {
    ...task,
    checkpoint,
    done,
    total,
    marks: withMark(task.marks, { at: nowMs, done }),
    tries: 0,
    holder: kept ? holder : '',
    dueAt: kept ? nowMs + LEASE_MS : nowMs,
  }
}

/** However a task ends, its holder keeps it until what it leaves behind is tidied up. */
function ended(task: Task, state: Task['state'], nowMs: number): Task {
  return { ...task, state, active: `ended:${task._id}`, tries: 0, dueAt: nowMs + LEASE_MS, endedAt: nowMs }
}

export interface Outcome {
  result: Record<string, number>
  files: TaskFile[]
  done: number
}

/** The work is whole. */
export function finish(task: Task, holder: string, { result, files, done }: Outcome, nowMs: number): Transition {
  if (task.holder !== holder || hasEnded(task)) return undefined
  const total = Math.max(task.total, done)
  return { ...ended(task, 'done', nowMs), result, files, done, total, lastError: '' }
}

/** Ends a task that trying again won't help; `words` say what to do. */
export function giveUp(task: Task, holder: string, words: string, nowMs: number): Transition {
  if (task.holder !== holder || hasEnded(task)) return undefined
  return { ...ended(task, 'failed', nowMs), lastError: words }
}

/**
 * A step failed: it is tried again later, with growing waits. Tidying up after the end is tried until it succeeds; a task
 * itself no more than `MOST_TRIES` times, see `dutyOf`.
 */
export function fail(task: Task, holder: string, words: string, nowMs: number): Transition {
  if (task.holder !== holder) return undefined
  const tries = task.tries + 1
  const rest = { ...task, tries, holder: '', dueAt: nowMs + waitAfter(tries) }
  return hasEnded(task) ? rest : { ...rest, state: 'waiting', lastError: words }
}

/** The holder ends a task whose end was asked for. */
export function endCancelled(task: Task, holder: string, nowMs: number): Transition {
  if (task.holder !== holder || hasEnded(task) || !task.cancel) return undefined
  return ended(task, 'cancelled', nowMs)
}

/** Nothing is left to do for an ended task. */
export function tidied(task: Task, holder: string): Transition {
  if (task.holder !== holder || !hasEnded(task)) return undefined
  return { ...task, holder: '', dueAt: NEVER, tries: 0 }
}

/**
 * Somebody asks for a task's end. Where nobody is at work on it, it ends at once and what it left behind is due to be
 * tidied up; otherwise its holder ends it at the next checkpoint.
 */
export function cancel(task: Task, by: string, reason: string, nowMs: number): Transition {
  if (hasEnded(task)) return undefined
  const asked = { ...task, cancel: task.cancel ?? { by, reason, at: nowMs } }
  if (task.holder !== '' && task.dueAt > nowMs) return asked
  return { ...ended(asked, 'cancelled', nowMs), holder: '', dueAt: task.startedAt === null ? NEVER : nowMs }
}
