import { setTimeout as wait } from 'node:timers/promises'

/** Waits before try `attempt` (1, 2, …): doubling from `baseMs`, with full jitter so that callers spread out. */
export const backOff = (attempt: number, baseMs: number, random: () => number): Promise<void> =>
  wait(Math.min(1000, baseMs * 2 ** (attempt - 1)) * random())
