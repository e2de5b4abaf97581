import type { Mark, Task } from './task'

/** Closer marks say nothing about the pace, ms. */
const APART_MS = 2_000
/** About two minutes at least, so that the rest between two steps is part of the pace. */
const MOST_MARKS = 60

/** Adds a mark; going back (a new phase that counts anew) begins the marks again. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const last = marks.at(-1)
  if (!last || mark.done < last.done) return [mark]
  const beforeLast = marks.at(-2)
  const crowded = beforeLast !== undefined && last.at - beforeLast.at < APART_MS
  return [...(crowded ? marks.slice(0, -1) : marks), mark].slice(-MOST_MARKS)
}

type Paced = Pick<Task, 'marks' | 'endedAt'>

/**
 * Rows per second over the last steps until now, the rests between them included: what was cut off and waits for its next holder grows
 * slower and slower. Undefined before anything can be said.
 */
export function rateOf({ marks, endedAt }: Paced, nowMs: number): number | undefined {
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last || last.at <= first.at || last.done <= first.done) return undefined
  return ((last.done - first.done) * 1000) / (Math.max(last.at, endedAt ?? nowMs) - first.at)
}

/** How long a running task still takes at its pace, in whole seconds. */
export function secondsLeft(task: Paced & Pick<Task, 'done' | 'total' | 'state'>, nowMs: number): number | undefined {
  const rate = rateOf(task, nowMs)
  if (task.state !== 'running' || rate === undefined || task.total <= task.done) return undefined
  return Math.ceil((task.total - task.done) / rate)
}
