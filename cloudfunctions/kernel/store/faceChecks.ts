import type { FaceSession } from '../wechat'
import { Collection, type Connection } from './collection'

/** The face check an account began last, and for whom: neither somebody else's nor one of an earlier document counts. */
export interface BegunFaceCheck extends FaceSession {
  entryId: string
  idKey: string
  /** ISO 8601 UTC. */
  at: string
}

interface AccountsFaceCheck {
  _id: string
  faceCheck?: BegunFaceCheck
}

/** Stands in the account's own document: it goes when the account does. */
export function faceChecksStore(connection: Connection) {
  const accounts = new Collection<AccountsFaceCheck>(connection, 'accounts')
  const { command } = accounts
  return {
    async begun(openid: string): Promise<BegunFaceCheck | undefined> {
      const [account] = await accounts.find({ _id: openid }, { limit: 1, fields: ['faceCheck'] })
      return account?.faceCheck
    },
    /** Takes the place of an earlier one; nothing is written of an account that was erased while WeChat was asked. */
    async begin(openid: string, begun: BegunFaceCheck): Promise<void> {
      await accounts.updateOne({ _id: openid, erased: command.exists(false) }, { faceCheck: command.set(begun) })
    },
    /** A check that was passed counts once. */
    async end(openid: string): Promise<void> {
      await accounts.updateOne({ _id: openid }, { faceCheck: command.remove() })
    },
  }
}
