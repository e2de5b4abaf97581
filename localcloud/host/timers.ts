import { Cron } from 'croner'
import type { CloudClock } from '../clock'
import type { CloudDeclaration } from '../declaration'
import type { Invoker, Outcome } from './invoker'

/** Node's timers reach about 24 days; a longer way is gone in steps, ms. */
const LONGEST_STEP_MS = 3_600_000

export interface TimerRun {
  name: string
  function: string
  ok: boolean
  result?: unknown
  error?: string
}

interface Timer {
  name: string
  fn: string
  cron: Cron
  /** Cloud time of the next run, ms; undefined when there is none any more. */
  next: number | undefined
  underWay: Promise<TimerRun> | undefined
}

/**
 * The timers of the functions, on the cloud's clock, in Beijing time (UTC+8). When day and weekday are both restricted either one
 * suffices, as in WeChat. A timer never runs twice at once, and what was missed while the cloud was off is not made up for.
 */
export class Timers {
  private readonly timers: Timer[]
  private wake: NodeJS.Timeout | undefined

  constructor(
    declaration: CloudDeclaration,
    private readonly invoker: Invoker,
    private readonly clock: CloudClock,
    private readonly automatic: boolean,
  ) {
    this.timers = declaration.functions.flatMap(({ name: fn, timer }) => {
      if (timer === undefined) return []
      const cron = new Cron(timer.cron, { paused: true, timezone: 'Asia/Shanghai' })
      return [{ name: timer.name, fn, cron, next: following(cron, clock.now()), underWay: undefined }]
    })
    this.schedule()
  }

  /** The clock was set: forward makes timers due; backward, they are reckoned anew. */
  clockChanged(): void {
    const now = this.clock.now()
    for (const timer of this.timers) {
      const following_ = following(timer.cron, now)
      if (timer.next === undefined || timer.next > now) timer.next = following_
    }
    this.schedule()
  }

  /**
   * Runs what is due now, or the named timer (or the timer of the named function) in any case.
   * @returns undefined when there is no such timer
   */
  async run(name?: string): Promise<TimerRun[] | undefined> {
    const now = this.clock.now()
    const wanted =
      name === undefined
        ? this.timers.filter(timer => timer.underWay !== undefined || (timer.next !== undefined && timer.next <= now))
        : this.timers.filter(timer => timer.name === name || timer.fn === name)
    if (name !== undefined && wanted.length === 0) return undefined
    const runs = await Promise.all(wanted.map(timer => this.start(timer)))
    this.schedule()
    return runs
  }

  stop(): void {
    clearTimeout(this.wake)
  }

  private start(timer: Timer): Promise<TimerRun> {
    timer.underWay ??= this.invoke(timer).finally(() => (timer.underWay = undefined))
    return timer.underWay
  }

  private async invoke(timer: Timer): Promise<TimerRun> {
    const now = this.clock.now()
    timer.next = following(timer.cron, now)
    const event = JSON.stringify({ Type: 'timer', TriggerName: timer.name, Time: new Date(now).toISOString() })
    const outcome = await this.invoker.invoke({
      fn: timer.fn,
      event,
      caller: { openid: undefined, source: 'wx_trigger' },
      trigger: true,
    })
    return { name: timer.name, function: timer.fn, ...told(outcome) }
  }

  private schedule(): void {
    clearTimeout(this.wake)
    if (!this.automatic) return
    const next = Math.min(...this.timers.map(timer => timer.next ?? Infinity))
    if (next === Infinity) return
    const wait = Math.min(Math.max(next - this.clock.now(), 0), LONGEST_STEP_MS)
    this.wake = setTimeout(() => this.tick(), wait)
  }

  private tick(): void {
    const now = this.clock.now()
    for (const timer of this.timers) {
      if (timer.next === undefined || timer.next > now) continue
      // A run that outlasts its interval lets this one pass.
      if (timer.underWay === undefined) void this.start(timer)
      else timer.next = following(timer.cron, now)
    }
    this.schedule()
  }
}

const following = (cron: Cron, after: number): number | undefined => cron.nextRun(new Date(after))?.getTime()

function told(outcome: Outcome): Pick<TimerRun, 'ok' | 'result' | 'error'> {
  if (outcome.kind === 'result') return { ok: true, result: JSON.parse(outcome.text) as unknown }
  return { ok: false, error: outcome.kind === 'refused' ? outcome.why : outcome.code }
}
