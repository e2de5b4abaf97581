import { keptFrom } from '../../src/domain/campaign'
import { beijingDate } from '../../src/domain/time'
import { governing } from '../kernel/governing'
import { faultText } from '../kernel/log'
import type { TimerCall } from '../kernel/procedure'

/** Ends well before a function's limit, and before long work begins. */
const UNTIL_MS = 40_000
const MOST_ENTRIES = 200

/**
 * Removes what need be kept no longer: of an erased or freed entry's day everything about it, the entry last, so that a run
 * that was cut off finds it again; the record of an erased account's consents; and a page of the oldest audit lines, each so
 * long after it was written. How many entries went.
 */
export async function retire(call: TimerCall): Promise<number> {
  const { store, now, elapsed, note } = call
  const today = beijingDate(now)
  const ledger = store.ledgerOf('city')
  let removed = 0
  try {
    for (const id of await ledger.findKeptUntil(today, MOST_ENTRIES)) {
      if (elapsed() > UNTIL_MS) break
      await store.archive.removeOf(id)
      await store.reviews.removeOf(id)
      await store.notices.removeOf(id)
      await store.findings.removeOf(id)
      await store.conflicts.removeOf(id)
      removed += await ledger.removeKeptUntil(id, today)
    }
    const accounts = await store.accounts.removeKeptUntil(today)
    const lines = elapsed() > UNTIL_MS ? 0 : await store.audit.removeBefore(auditKeptFrom(call))
    if (removed + accounts + lines > 0)
      await store.audit.append({
        at: now.toISOString(),
        by: 'scheduler',
        action: 'retention.remove',
        target: `${removed} entries, ${accounts} accounts, ${lines} audit lines`,
        reason: 'kept until its day',
      })
  } catch (error) {
    note(`retention: ${faultText(error)}`)
  }
  return removed
}

/** Whole days at a time: what is noted of a removal is one line a day, not one a minute. */
function auditKeptFrom({ now }: TimerCall): string {
  const today = beijingDate(now)
  const day = keptFrom(governing(today).retention, today, 'records')
  return new Date(`${day}T00:00:00+08:00`).toISOString()
}
