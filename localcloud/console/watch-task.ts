import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { progressLine, type TaskProgress } from './progress-line'
import type { RunningCloud } from './running-cloud'

const LOOK_EVERY_MS = 1_000

const answerSchema = z.object({
  ok: z.literal(true),
  data: z.object({
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.number(),
    total: z.number().nullish(),
    lastError: z.string().nullish(),
  }),
})

/** Follows a task until it has ended; the exit code is 0 only for one that is done. */
export async function watchTask(cloud: RunningCloud, taskId: string): Promise<void> {
  const started = Date.now()
  let first: number | undefined
  for (;;) {
    const { result } = await cloud.call('operator', { action: 'task.get', input: { taskId } })
    const parsed = answerSchema.safeParse(result)
    if (!parsed.success) {
      const message = (result as { error?: { message?: string } } | undefined)?.error?.message
      throw new Error(message ?? '任务状态无法读取。')
    }
    const { state, done, total, lastError } = parsed.data.data
    first ??= done
    const seconds = (Date.now() - started) / 1_000
    const task: TaskProgress = {
      state,
      done,
      total: total ?? undefined,
      perSecond: seconds > 0 ? (done - first) / seconds : 0,
      lastError: lastError ?? undefined,
    }
    show(progressLine(task))
    if (state === 'done' || state === 'failed' || state === 'cancelled') {
      process.stdout.write(process.stdout.isTTY ? '\n' : '')
      process.exitCode = state === 'done' ? 0 : 1
      return
    }
    await pause(LOOK_EVERY_MS)
  }
}

function show(line: string): void {
  // On a terminal the line is drawn over; in a file each look is a line of its own.
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`)
  else process.stdout.write(`${line}\n`)
}
