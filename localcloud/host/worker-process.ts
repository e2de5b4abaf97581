import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { FunctionDeclaration } from '../declaration'
import { Channel, PeerLost } from '../ipc'
import { MEMORY_EXIT_CODE } from '../worker/exit-codes'

export interface WorkerOrder {
  /** As JSON text: a deeply nested event, made into text once more on the way, would break the channel. */
  event: string
  /** What WeChat adds to a mini-program's event. */
  userInfo?: { appId: string; openId: string | undefined }
  context: unknown
  /** Environment of this invocation only. */
  env: Record<string, string>
}

export type WorkerAnswer = { ok: true; text: string } | { ok: false; message: string }

export type WorkerOutcome = WorkerAnswer | { ok: false; message: string; died: 'killed' | 'timeout' | 'memory' }

export interface WorkerPlan {
  declaration: FunctionDeclaration
  programDir: string
  file: string
  /** Environment that all invocations share. */
  env: Record<string, string>
  log: (chunk: Buffer) => void
}

/** One process that runs one function, one invocation at a time. */
export class WorkerProcess {
  private readonly child: ChildProcess
  private readonly channel: Channel
  private exited = false
  private memoryExceeded = false
  private readonly exit: Promise<void>
  readonly startedAt = Date.now()

  constructor(
    private readonly plan: WorkerPlan,
    /** Modification time of the function's file, to tell an outdated process. */
    readonly fileVersion: number,
    onExit: (worker: WorkerProcess) => void,
  ) {
    const { declaration } = plan
    this.child = fork(join(plan.programDir, 'worker.cjs'), [], {
      env: { ...plan.env, QIHANG_WORKER_FILE: plan.file, QIHANG_WORKER_MEMORY_MB: String(declaration.memoryMb) },
      execArgv: [`--max-old-space-size=${declaration.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child.stdout?.on('data', plan.log)
    this.child.stderr?.on('data', plan.log)
    this.exit = new Promise(resolve => {
      this.child.on('exit', code => {
        this.exited = true
        this.memoryExceeded = code === MEMORY_EXIT_CODE
        resolve()
        onExit(this)
      })
    })
    this.channel = new Channel(this.child, { workerReady: () => undefined })
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  get alive(): boolean {
    return !this.exited && this.child.connected
  }

  /** Runs one invocation; never throws. A process that is too slow is killed. */
  async run(order: WorkerOrder): Promise<WorkerOutcome> {
    const seconds = this.plan.declaration.timeoutSeconds
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      this.kill()
    }, seconds * 1_000)
    try {
      return await this.channel.ask<WorkerAnswer>('invoke', order)
    } catch (error) {
      if (!(error instanceof PeerLost)) return { ok: false, message: 'the function threw' }
      await this.exit
      if (timedOut) return { ok: false, died: 'timeout', message: `Invoking task timed out after ${seconds} seconds` }
      if (this.memoryExceeded) return { ok: false, died: 'memory', message: 'memory limit exceeded' }
      return { ok: false, died: 'killed', message: 'the process of the function ended' }
    } finally {
      clearTimeout(timer)
    }
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }
}
