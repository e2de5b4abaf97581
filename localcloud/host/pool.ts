import { statSync } from 'node:fs'
import { WorkerProcess, type WorkerOrder, type WorkerOutcome, type WorkerPlan } from './worker-process'

/** An idle process above the prewarmed ones ends after this time, ms. */
const IDLE_MS = 60_000
const MAX_QUEUE = 2_000
/** The longest a call waits for a free process, ms. */
const MAX_WAIT_MS = 60_000

interface Waiting {
  resolve: (worker: WorkerProcess) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** The function has not been built. */
export class NotBuilt extends Error {}

/** More calls wait than the pool takes. */
export class Overloaded extends Error {}

/** The processes of one function: grows on demand up to a bound, shrinks when idle, replaces what dies or is outdated. */
export class WorkerPool {
  private readonly idle: { worker: WorkerProcess; since: number }[] = []
  private readonly all = new Set<WorkerProcess>()
  private readonly running = new Map<string, WorkerProcess>()
  private queue: Waiting[] = []
  private stopped = false
  private readonly sweep: NodeJS.Timeout

  constructor(
    private readonly plan: WorkerPlan,
    private readonly maxWorkers: number,
  ) {
    this.sweep = setInterval(() => this.shrink(), IDLE_MS / 4)
    this.sweep.unref()
    if (plan.declaration.prewarm && this.version() !== undefined) this.park(this.spawn(this.version() as number))
  }

  get isBuilt(): boolean {
    return this.version() !== undefined
  }

  pids(): number[] {
    return [...this.all].flatMap(worker => (worker.alive && worker.pid !== undefined ? [worker.pid] : []))
  }

  /** @throws NotBuilt | Overloaded */
  async run(invocation: string, order: WorkerOrder): Promise<WorkerOutcome> {
    const worker = await this.take()
    this.running.set(invocation, worker)
    try {
      return await worker.run(order)
    } finally {
      this.running.delete(invocation)
      this.giveBack(worker)
    }
  }

  /** Kills the process that runs this invocation, if it runs here. */
  killRunning(invocation: string): void {
    this.running.get(invocation)?.kill()
  }

  stop(): void {
    this.stopped = true
    clearInterval(this.sweep)
    for (const worker of this.all) worker.kill()
  }

  private take(): Promise<WorkerProcess> {
    const version = this.version()
    if (version === undefined) return Promise.reject(new NotBuilt(this.plan.declaration.name))
    for (let parked = this.idle.pop(); parked !== undefined; parked = this.idle.pop()) {
      if (parked.worker.alive && parked.worker.fileVersion === version) return Promise.resolve(parked.worker)
      this.retire(parked.worker)
    }
    if (this.all.size < this.maxWorkers) return Promise.resolve(this.spawn(version))
    if (this.queue.length >= MAX_QUEUE) return Promise.reject(new Overloaded('too many calls are waiting'))
    return new Promise((resolve, reject) => {
      const entry: Waiting = { resolve, reject, timer: setTimeout(() => this.giveUp(entry), MAX_WAIT_MS) }
      this.queue.push(entry)
    })
  }

  private giveUp(entry: Waiting): void {
    this.queue = this.queue.filter(each => each !== entry)
    entry.reject(new Overloaded('no process became free in time'))
  }

  private giveBack(worker: WorkerProcess): void {
    if (!worker.alive || worker.fileVersion !== this.version()) this.retire(worker)
    else if (this.queue.length > 0) this.hand(worker)
    else this.park(worker)
    this.serveQueue()
  }

  private hand(worker: WorkerProcess): void {
    const next = this.queue.shift()
    if (next === undefined) return
    clearTimeout(next.timer)
    next.resolve(worker)
  }

  /** After a death there may be room for a new process while calls wait. */
  private serveQueue(): void {
    const version = this.version()
    while (!this.stopped && version !== undefined && this.queue.length > 0 && this.all.size < this.maxWorkers)
      this.hand(this.spawn(version))
  }

  private park(worker: WorkerProcess): void {
    this.idle.push({ worker, since: Date.now() })
  }

  private retire(worker: WorkerProcess): void {
    this.all.delete(worker)
    worker.kill()
  }

  private spawn(version: number): WorkerProcess {
    const worker = new WorkerProcess(this.plan, version, dead => this.onDeath(dead))
    this.all.add(worker)
    return worker
  }

  private onDeath(dead: WorkerProcess): void {
    this.all.delete(dead)
    const at = this.idle.findIndex(each => each.worker === dead)
    if (at >= 0) this.idle.splice(at, 1)
    if (this.stopped) return
    this.serveQueue()
    const version = this.version()
    // One that was killed while it stood ready is replaced at once; one that cannot even load must not be started in a loop.
    const stoodLong = Date.now() - dead.startedAt > IDLE_MS / 30
    if (at >= 0 && stoodLong && this.plan.declaration.prewarm && this.all.size === 0 && version !== undefined)
      this.park(this.spawn(version))
  }

  private shrink(): void {
    const keep = this.plan.declaration.prewarm ? 1 : 0
    while (this.all.size > keep) {
      const oldest = this.idle[0]
      if (oldest === undefined || Date.now() - oldest.since < IDLE_MS) return
      this.idle.shift()
      this.retire(oldest.worker)
    }
  }

  private version(): number | undefined {
    return statSync(this.plan.file, { throwIfNoEntry: false })?.mtimeMs
  }
}
