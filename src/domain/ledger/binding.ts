import type { Binding, LedgerEntry } from './entry'
import type { HistoryEntry } from './history'

/** Since when the account that holds an entry, or the last one that did, has held it. */
export const bindingOf = ({ binding, createdAt }: Pick<LedgerEntry, 'binding' | 'createdAt'>): Binding =>
  binding ?? { since: createdAt, version: 1 }

type WithBinding = Pick<LedgerEntry, 'assurance' | 'binding' | 'createdAt'>

/**
 * From when on a person is shown what happened to their entry: from the binding of their account on, since whoever knows name
 * and number may have claimed it; all of it once their identity is verified (DESIGN, settled 6).
 */
export const shownFrom = (entry: WithBinding): Binding | undefined =>
  entry.assurance === 'verified' ? undefined : bindingOf(entry)

/** Whether the person may read a line of history. */
export const showsLine = (entry: WithBinding, { version }: Pick<HistoryEntry, 'version'>): boolean =>
  version >= (shownFrom(entry)?.version ?? 0)

/** Registrations that the person is shown: those that stand, and those that ended under their own account. */
export function shownRegistrations(
  entry: WithBinding & Pick<LedgerEntry, 'registrations'>,
): LedgerEntry['registrations'] {
  const from = shownFrom(entry)
  if (!from) return entry.registrations
  return entry.registrations.filter(({ endedAt }) => endedAt === undefined || endedAt >= from.since)
}
