import { randomUUID } from 'node:crypto'
import {
  claim,
  dutyOf,
  endCancelled,
  fail,
  finish,
  giveUp,
  hasEnded,
  MOST_TRIES,
  proceed,
  tidied,
  type Task,
  type Transition,
} from '../../../src/domain/task'
import { faultText } from '../log'
import type { KeptCall } from '../procedure'
import { CannotGoOn, type Chunk, type TaskCall, type TaskKind, type TaskKinds, type Work } from './kind'

/** The call a step runs in, and how many ms after the call's beginning the step should be over. */
export interface Step {
  call: KeptCall & { elapsed(): number }
  untilMs: number
}

/** A new task is only begun when this much of the step is left, ms. */
const WORTHWHILE_MS = 3_000

const UNKNOWN_KIND = '没有这种任务，云端可能还没更新。部署新版本以后，再开一次'
const GIVEN_UP = `连着 ${MOST_TRIES} 次没做成，停下了。做完的都在；找到原因以后再开一次，会从头核对，不会做重`
const failedWords = (tries: number) => `第 ${tries} 次没做成，过一会儿自动再试`

const workOf = ({ _id, input, checkpoint, done, total }: Task): Work<unknown, unknown> => ({
  id: _id,
  input,
  checkpoint: checkpoint ?? undefined,
  done,
  total,
})

/** Moves one claimed task forward until it has ended, the step is over, or somebody else has taken it. */
class Holder {
  /** No further chunk fits into the step. */
  stepIsOver = false
  private longestChunk = 0
  private readonly taskCall: TaskCall

  constructor(
    private readonly kinds: TaskKinds,
    private readonly step: Step,
    readonly id: string,
  ) {
    this.taskCall = { ...step.call, left: () => Math.max(0, step.untilMs - step.call.elapsed()) }
  }

  get nowMs(): number {
    return this.step.call.now.getTime() + this.step.call.elapsed()
  }

  async move(claimed: Task): Promise<void> {
    let task: Task | undefined = claimed
    while (task && task.holder === this.id) {
      const held: Task = task
      const kind = this.kinds.get(held.kind)
      const transition = await this.dutyDone(held, kind)
      task = await this.step.call.store.tasks.change(held, transition)
    }
  }

  private async dutyDone(task: Task, kind: TaskKind | undefined): Promise<(task: Task) => Transition> {
    try {
      switch (dutyOf(task)) {
        case 'cleanUp':
          await kind?.tidyUp?.(workOf(task), this.taskCall)
          return stored => tidied(stored, this.id)
        case 'cancel':
          return stored => endCancelled(stored, this.id, this.nowMs)
        case 'giveUp':
          return stored => giveUp(stored, this.id, GIVEN_UP, this.nowMs)
        case 'advance':
          if (!kind) return stored => giveUp(stored, this.id, UNKNOWN_KIND, this.nowMs)
          return this.after(await this.timed(() => kind.advance(workOf(task), this.taskCall)))
      }
    } catch (error) {
      if (error instanceof CannotGoOn && !hasEnded(task))
        return stored => giveUp(stored, this.id, error.words, this.nowMs)
      this.step.call.note(`task ${task.kind}: ${faultText(error)}`)
      return stored => fail(stored, this.id, failedWords(stored.tries + 1), this.nowMs)
    }
  }

  private after(chunk: Chunk<unknown>): (task: Task) => Transition {
    if (chunk.outcome === 'finished') return stored => finish(stored, this.id, chunk, this.nowMs)
    // as it will be read back
    const checkpoint = JSON.parse(JSON.stringify(chunk.checkpoint)) as unknown
    const { done, total } = chunk
    this.stepIsOver = this.taskCall.left() <= this.longestChunk
    const then = (stored: Task) => (this.stepIsOver && !stored.cancel ? 'letGo' : 'keep')
    return stored => proceed(stored, this.id, { checkpoint, done, total }, this.nowMs, then(stored))
  }

  private async timed<R>(work: () => Promise<R>): Promise<R> {
    const before = this.step.call.elapsed()
    const result = await work()
    this.longestChunk = Math.max(this.longestChunk, this.step.call.elapsed() - before)
    return result
  }
}

/** Moves due tasks forward, the one that has waited longest first, until the step is over. The number moved. */
export async function advanceDue(kinds: TaskKinds, step: Step): Promise<number> {
  const { store } = step.call
  for (let moved = 0; ; moved += 1) {
    if (step.call.elapsed() > step.untilMs - WORTHWHILE_MS) return moved
    const holder = new Holder(kinds, step, randomUUID())
    const task = await store.tasks.claimDue(holder.id, holder.nowMs)
    if (!task) return moved
    await holder.move(task)
    if (holder.stepIsOver) return moved + 1
  }
}

/** Moves one task forward at once, if nobody else does; gives it as it stands then. */
export async function advanceNow(kinds: TaskKinds, task: Task, step: Step): Promise<Task> {
  const { tasks } = step.call.store
  const holder = new Holder(kinds, step, randomUUID())
  const claimed = await tasks.change(task, stored => claim(stored, holder.id, holder.nowMs))
  if (claimed) await holder.move(claimed)
  return (await tasks.read(task._id)) ?? task
}
