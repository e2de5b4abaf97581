import { z } from 'zod/mini'
import { procedure } from './procedure'

/** Runs on the timer: what is due, in bounded, resumable steps. */
export const schedulerContract = {
  run: procedure(
    'Drains pending effects that were cut off, rechecks text that could not be checked, removes what was kept after an erasure until today, begins the daily look for what is doubtful, then moves due tasks forward',
    z.strictObject({}),
    z.object({ drained: z.int(), rechecked: z.int(), left: z.boolean(), retired: z.int(), tasks: z.int() }),
  ),
} as const
