import { faultText } from '../kernel/log'
import type { TimerCall } from '../kernel/procedure'
import { advanceDue, TASK_KINDS } from '../kernel/task'

/** Ends a step well within a function's limit (DESIGN, settled 9). */
const UNTIL_MS = 40_000

/** Moves long work forward in what is left of the run after everything that is due. */
export async function moveTasks(call: TimerCall): Promise<number> {
  try {
    return await advanceDue(TASK_KINDS, { call, untilMs: UNTIL_MS })
  } catch (error) {
    call.note(`tasks: ${faultText(error)}`)
    return 0
  }
}
