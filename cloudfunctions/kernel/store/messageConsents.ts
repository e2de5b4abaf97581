import { MESSAGE_KEYS, type MessageKey } from '../../../src/domain/messages'
import { Collection, type Connection } from './collection'

interface AccountsMessages {
  _id: string
  /** How many messages of each template the account may still be sent. */
  messages?: Partial<Record<MessageKey, number>>
}

/**
 * How many one-time messages an account has allowed, by template: each accept is one message, and WeChat has the last word
 * (43101). Counted in the account's own document.
 */
export function messageConsentsStore(connection: Connection) {
  const accounts = new Collection<AccountsMessages>(connection, 'accounts')
  const { command } = accounts
  /** Nothing is written of an account that was erased meanwhile. */
  const kept = (openid: string) => ({ _id: openid, erased: command.exists(false) })
  const path = (key: MessageKey) => `messages.${key}`

  return {
    /** Every template with its number, 0 where nothing was allowed. */
    async allowed(openid: string): Promise<Record<MessageKey, number>> {
      const [account] = await accounts.find({ _id: openid }, { limit: 1, fields: ['messages'] })
      const counts = MESSAGE_KEYS.map(key => [key, account?.messages?.[key] ?? 0])
      return Object.fromEntries(counts) as Record<MessageKey, number>
    },

    /** Adds the accepts of one answer. */
    async add(openid: string, accepts: readonly MessageKey[]): Promise<void> {
      const counted = new Map<MessageKey, number>()
      for (const key of accepts) counted.set(key, (counted.get(key) ?? 0) + 1)
      if (counted.size === 0) return
      const changes = [...counted].map(([key, number]) => [path(key), command.inc(number)])
      await accounts.updateOne(kept(openid), Object.fromEntries(changes) as object)
    },

    /** One message was sent. */
    async spend(openid: string, key: MessageKey): Promise<void> {
      await accounts.updateOne({ _id: openid, [path(key)]: command.gt(0) }, { [path(key)]: command.inc(-1) })
    },

    /** WeChat says that no message is allowed. */
    async none(openid: string, key: MessageKey): Promise<void> {
      await accounts.updateOne(kept(openid), { [path(key)]: 0 })
    },
  }
}
