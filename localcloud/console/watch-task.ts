import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { Nudge } from './nudge'
import { progressLine } from './progress-line'
import type { RunningCloud } from './running-cloud'

const LOOK_EVERY_MS = 1_000
/** While a function's process is being replaced it gives no answer; so many looks in a row are waited for. */
const MOST_VAIN_LOOKS = 10

const taskSchema = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** 0 while it is not known. */
  total: z.number(),
  rate: z.number().optional(),
  lastError: z.string().optional(),
  result: z.record(z.string(), z.number()).optional(),
  files: z.array(z.object({ name: z.string(), fileID: z.string() })),
})
type WatchedTask = z.infer<typeof taskSchema>

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: taskSchema }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])

/** Follows a task until it has ended; the exit code is 0 only for one that is done. */
export async function watchTask(cloud: RunningCloud, taskId: string): Promise<void> {
  const nudge = await Nudge.of(cloud)
  try {
    for (;;) {
      const task = await look(cloud, taskId)
      show(lineOf(task))
      if (task.state !== 'waiting' && task.state !== 'running') return tellEnd(task)
      nudge.give()
      await pause(LOOK_EVERY_MS)
    }
  } finally {
    nudge.stop()
  }
}

async function look(cloud: RunningCloud, taskId: string): Promise<WatchedTask> {
  for (let vain = 1; ; vain += 1) {
    const { result } = await cloud.call('operator', { action: 'task.get', input: { taskId } })
    const { data: answer } = answerSchema.safeParse(result)
    if (answer?.ok) return answer.data
    const hopeless = answer !== undefined && answer.error.code !== 'TRY_AGAIN'
    if (hopeless || vain === MOST_VAIN_LOOKS) throw new Error(answer?.error.message ?? '任务状态无法读取。')
    await pause(LOOK_EVERY_MS)
  }
}

const lineOf = ({ state, done, total, rate, lastError }: WatchedTask): string =>
  progressLine({ state, done, total: total > 0 ? total : undefined, perSecond: rate ?? 0, lastError })

function tellEnd({ state, result, files }: WatchedTask): void {
  if (process.stdout.isTTY) process.stdout.write('\n')
  const counts = Object.entries(result ?? {}).map(([name, count]) => `${name} ${count}`)
  if (counts.length > 0) process.stdout.write(`结果：${counts.join('，')}\n`)
  for (const { name, fileID } of files) process.stdout.write(`文件：${name} ${fileID}\n`)
  process.exitCode = state === 'done' ? 0 : 1
}

function show(line: string): void {
  // On a terminal the line is drawn over; in a file each look is a line of its own.
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`)
  else process.stdout.write(`${line}\n`)
}
