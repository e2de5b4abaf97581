import type { Delivery } from '../../../../src/domain/ledger'
import { beijingDate, type BeijingDate } from '../../../../src/domain/time'
import { governing } from '../../governing'

/** A run of a list's task, as the domain decides by it. */
export function deliveryOf(taskId: string, { batch, asOf }: { batch: string; asOf: BeijingDate }, now: Date): Delivery {
  const today = beijingDate(now)
  return { batch, asOf, taskId, at: now.toISOString(), today, campaign: governing(today) }
}
