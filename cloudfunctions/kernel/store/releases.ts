import { Collection, type Connection } from './collection'

/** An entry that staff took from an account: which, and since when the account had held it. */
export interface ReleasedEntry {
  entryId: string
  /** ISO 8601 UTC. */
  since: string
}

interface AccountsReleases {
  _id: string
  released?: ReleasedEntry[]
}

/** Stands in the account's own document: it goes when the account does. */
export function releasesStore(connection: Connection) {
  const accounts = new Collection<AccountsReleases>(connection, 'accounts')
  const { command } = accounts
  return {
    async of(openid: string): Promise<ReleasedEntry[]> {
      const [account] = await accounts.find({ _id: openid }, { limit: 1, fields: ['released'] })
      return account?.released ?? []
    },
    /**
     * Doing it twice is doing it once, since an account holds one entry at a time; nothing is written of an account that was
     * erased meanwhile.
     */
    async remember(openid: string, release: ReleasedEntry): Promise<void> {
      const kept = { _id: openid, erased: command.exists(false), 'released.since': command.neq(release.since) }
      await accounts.updateOne(kept, { released: command.push({ each: [release] }) })
    },
  }
}
