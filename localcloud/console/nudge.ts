import type { RunningCloud } from './running-cloud'

/**
 * Runs the scheduler for somebody who watches, instead of letting them wait for the next minute. Where the cloud's timers are
 * left to hand (`QIHANG_TIMERS=manual`) it does nothing.
 */
export class Nudge {
  private readonly stopping = new AbortController()
  private underWay = false

  private constructor(
    private readonly cloud: RunningCloud,
    private readonly wanted: boolean,
  ) {}

  static async of(cloud: RunningCloud): Promise<Nudge> {
    const { body } = await cloud.json('GET', '/health')
    return new Nudge(cloud, (body as { timers?: unknown }).timers === 'auto')
  }

  /** Starts a run unless one is under way; returns at once. */
  give(): void {
    if (!this.wanted || this.underWay) return
    this.underWay = true
    this.cloud
      .json('POST', '/timers/run', JSON.stringify({ name: 'scheduler' }), this.stopping.signal)
      // a run that fails shows in the task, or as a cloud that is gone at the next look
      .catch(() => undefined)
      .finally(() => (this.underWay = false))
  }

  /** Waits for no run any more; one that is under way goes on by itself. */
  stop(): void {
    this.stopping.abort()
  }
}
