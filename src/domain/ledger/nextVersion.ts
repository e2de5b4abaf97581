import type { LedgerEntry } from './entry'
import { formerAfter } from './former'
import { HISTORY_KEPT, HISTORY_MOVED, type HistoryEntry } from './history'
import type { PendingEffect } from './pending'

/** Who changes an entry, when and why; what changed is added by the decision. */
export type ChangeNote = Omit<HistoryEntry, 'what' | 'version'>

/** Fields a change never touches by itself. */
type Untouched =
  '_id' | 'version' | 'history' | 'archived' | 'pending' | 'pendingSince' | 'createdAt' | 'updatedAt' | 'schema'

/**
 * The entry's next version: the only way to change an entry. Version grows by one, exactly one line of history says so, and
 * the history's oldest half moves on to the archive when it has grown past its limit.
 */
export function nextVersion(
  entry: LedgerEntry,
  changes: Partial<Omit<LedgerEntry, Untouched>>,
  note: ChangeNote,
  what: string,
  effects: PendingEffect[] = [],
  dropped: (effect: PendingEffect) => boolean = () => false,
): LedgerEntry {
  const version = entry.version + 1
  const history: HistoryEntry[] = [...entry.history, { ...note, what, version }]
  const kept = entry.pending.filter(effect => !dropped(effect))
  const archive = history.length > HISTORY_KEPT ? moveOldest(entry, history) : []
  const pending = [...kept, ...effects, ...archive]
  return {
    ...entry,
    ...formerAfter(entry, changes, note.at),
    ...changes,
    version,
    history: archive.length > 0 ? history.slice(HISTORY_MOVED) : history,
    archived: entry.archived + (archive.length > 0 ? HISTORY_MOVED : 0),
    pending,
    pendingSince: pendingSince(entry, kept, pending, note.at),
    updatedAt: note.at,
  }
}

const moveOldest = (entry: LedgerEntry, history: HistoryEntry[]): PendingEffect[] => [
  {
    id: `${entry._id}:archive:${entry.archived}`,
    kind: 'archiveHistory',
    entries: history.slice(0, HISTORY_MOVED),
    from: entry.archived,
  },
]

function pendingSince(entry: LedgerEntry, kept: PendingEffect[], pending: PendingEffect[], at: string): number {
  if (pending.length === 0) return 0
  return kept.length > 0 && entry.pendingSince > 0 ? entry.pendingSince : Date.parse(at)
}

/** Bytes an entry may have as JSON (DESIGN, settled 1). */
export const MOST_ENTRY_BYTES = 64 * 1024

/** Whether an entry is small enough to be stored. */
export function fits(entry: LedgerEntry): boolean {
  const text = JSON.stringify(entry)
  // a UTF-16 unit is three bytes at most: only what comes near the limit has to be counted
  return text.length * 3 <= MOST_ENTRY_BYTES || byteLength(text) <= MOST_ENTRY_BYTES
}

/** UTF-8 length without TextEncoder, which older base libraries lack. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
