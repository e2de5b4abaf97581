import { beijingDate } from '../../src/domain/time'
import { faultText } from '../kernel/log'
import type { TimerCall } from '../kernel/procedure'

/** Ends well before a function's limit, and before long work begins. */
const UNTIL_MS = 40_000
const MOST_ENTRIES = 200

/**
 * Removes what was kept after an erasure once its day has come: the entry with its archive and reviews, and the account's
 * record of consents. The entry goes last, so that a run that was cut off finds it again. How many entries went.
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
    if (removed + accounts > 0)
      await store.audit.append({
        at: now.toISOString(),
        by: 'scheduler',
        action: 'retention.remove',
        target: `${removed} entries, ${accounts} accounts`,
        reason: 'erased by the person, kept until its day',
      })
  } catch (error) {
    note(`retention: ${faultText(error)}`)
  }
  return removed
}
