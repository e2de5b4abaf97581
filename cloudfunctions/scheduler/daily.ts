import { newTask } from '../../src/domain/task'
import { beijingDate } from '../../src/domain/time'
import { faultText } from '../kernel/log'
import type { TimerCall } from '../kernel/procedure'
import { DAILY_KINDS } from '../kernel/task'

/** The day whose tasks this process has begun: spares the database a question each minute. */
let begunOn = ''

/**
 * Begins each daily kind of long work once a day: the task's id is of the day, so that any number of runs begin it once. One
 * of yesterday's that isn't done yet goes on in its place.
 */
export async function beginDaily({ now, store, note }: TimerCall): Promise<void> {
  const today = beijingDate(now)
  if (begunOn === today) return
  try {
    for (const kind of DAILY_KINDS) {
      const input = {}
      const id = `${kind.name}-${today}`
      const exclusive = kind.exclusive?.(input)
      await store.tasks.create(newTask({ id, kind: kind.name, input, exclusive, by: 'scheduler' }, now.getTime()))
    }
    begunOn = today
  } catch (error) {
    note(`daily tasks: ${faultText(error)}`)
  }
}
