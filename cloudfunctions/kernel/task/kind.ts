import type { TaskFile } from '../../../src/domain/task'
import type { KeptCall } from '../procedure'

/** What a step of a task is given besides the task. */
export interface TaskCall extends KeptCall {
  /** ms until the step should be over: a chunk that can choose its size takes no more. */
  left(): number
}

/** A task as its kind sees it. */
export interface Work<Input, Checkpoint> {
  id: string
  input: Input
  /** What the last chunk left; undefined before the first. */
  checkpoint: Checkpoint | undefined
  done: number
  total: number
}

/** What a chunk came to. `done` and `total` are of the whole task; `total` may stay 0 while it is not known. */
export type Chunk<Checkpoint> =
  | { outcome: 'goOn'; checkpoint: Checkpoint; done: number; total: number }
  | { outcome: 'finished'; result: Record<string, number>; files: TaskFile[]; done: number }

/** A chunk of work that has seen so many of all so far; more may have come since they were counted. */
export const goOn = <Checkpoint extends { seen: number; total: number }>(
  checkpoint: Checkpoint,
): Chunk<Checkpoint> => ({
  outcome: 'goOn',
  checkpoint,
  done: checkpoint.seen,
  total: Math.max(checkpoint.total, checkpoint.seen),
})

/**
 * A kind of long work. A chunk may be cut off anywhere and is then done again from the same checkpoint, possibly while a
 * holder believed dead still writes: whatever it writes must be the same the second time. Checkpoints are plain
 * JSON; neither they nor inputs, results and file names hold a personal fact.
 */
export interface TaskKind<Input = unknown, Checkpoint = unknown> {
  name: string
  /**
   * Two active tasks with the same key never stand side by side, whatever their kinds. Without it two that an operator begins do unless
   * their inputs are the same.
   */
  exclusive?(input: Input): string
  /** Does one bounded chunk, of a few seconds at most. Throws `CannotGoOn` where trying again won't help. */
  advance(work: Work<Input, Checkpoint>, call: TaskCall): Promise<Chunk<Checkpoint>>
  /** Removes what the task leaves behind, however it ended. May run more than once. */
  tidyUp?(work: Work<Input, Checkpoint>, call: TaskCall): Promise<void>
}

/** Ends a task as failed: trying again won't help. The words, in Chinese, say what to do; they hold no personal fact. */
export class CannotGoOn extends Error {
  constructor(readonly words: string) {
    super('a task cannot go on')
    this.name = 'CannotGoOn'
  }
}

/** The kinds a function knows, by name. */
export type TaskKinds = ReadonlyMap<string, TaskKind>

/** Registers kinds in one table. */
export const kindsOf = (...kinds: readonly TaskKind[]): TaskKinds => new Map(kinds.map(kind => [kind.name, kind]))
