import type { HistoryEntry } from '../../../src/domain/ledger'
import { Collection, type Connection } from './collection'

/** A stretch of an entry's history that no longer fits into it. */
interface ArchivedHistory {
  /** The effect's id, so that moving twice is moving once. */
  _id: string
  entryId: string
  /** Which line of the whole history the first of `entries` is, from 0. */
  from: number
  entries: HistoryEntry[]
}

const MOST_STRETCHES = 100

export function archiveStore(connection: Connection) {
  const archive = new Collection<ArchivedHistory>(connection, 'ledgerArchive')
  const { command } = archive

  /** An entry's archived history, oldest first. */
  async function of(entryId: string): Promise<ArchivedHistory[]> {
    const found = await archive.find({ entryId }, { limit: MOST_STRETCHES, orderBy: [['from', 'desc']] })
    return found.reverse()
  }

  return {
    put: (stretch: ArchivedHistory): Promise<void> => archive.insertOnce(stretch),
    of,

    /** Rewrites an entry's archived lines, those that differ; doing it twice changes nothing. */
    async rewrite(entryId: string, line: (before: HistoryEntry) => HistoryEntry): Promise<void> {
      for (const stretch of await of(entryId)) {
        const entries = stretch.entries.map(line)
        if (JSON.stringify(entries) === JSON.stringify(stretch.entries)) continue
        await archive.updateOne({ _id: stretch._id }, { entries: command.set(entries) })
      }
    },

    removeOf: (entryId: string): Promise<number> => archive.removeAll({ entryId }),
  }
}
