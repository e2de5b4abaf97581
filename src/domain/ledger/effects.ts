import type { LedgerEntry } from './entry'

/**
 * The entry once an effect has been applied: it waits no more. No new version and no line of history, since the change it
 * belongs to has both. Unknown ids change nothing, so doing it twice is doing it once.
 */
export function applyEffectDone(entry: LedgerEntry, effectId: string): LedgerEntry {
  const pending = entry.pending.filter(effect => effect.id !== effectId)
  if (pending.length === entry.pending.length) return entry
  return { ...entry, pending, pendingSince: pending.length === 0 ? 0 : entry.pendingSince }
}
