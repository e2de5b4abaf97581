import { noSuchEntry, type Decision, type LedgerEntry } from '../../../../src/domain/ledger'
import type { Store } from '../../store'

type ChangedEntry = { outcome: 'changed'; entry: LedgerEntry }

/**
 * Decides on an entry that was read, and stores where it changes; decided again on what stands where somebody was quicker. What was
 * decided last, and the entry as it stands then.
 */
export async function stored<Met extends { outcome: string }>(
  entry: LedgerEntry,
  decide: (standing: LedgerEntry) => Met | ChangedEntry,
  store: Store,
): Promise<{ met: Met | ChangedEntry; entry: LedgerEntry }> {
  const first = decide(entry)
  if (!isChange(first)) return { met: first, entry }
  const ledger = store.ledgerOf('city')
  let met: Met | ChangedEntry = first
  const decision = (found: LedgerEntry | undefined): Decision<LedgerEntry> => {
    if (!found) return noSuchEntry()
    met = found === entry ? first : decide(found)
    return isChange(met) ? { outcome: 'change', entry: met.entry } : { outcome: 'same', entry: found }
  }
  const changed = await ledger.change(() => ledger.findOne({ _id: entry._id }), decision, entry)
  return { met, entry: changed.entry }
}

const isChange = (met: { outcome: string }): met is ChangedEntry => met.outcome === 'changed'
