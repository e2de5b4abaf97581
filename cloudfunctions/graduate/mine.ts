import type { ClientCall } from '../kernel/procedure'
import { ownEntry } from './ownEntry'

export async function mine(_input: object, call: ClientCall) {
  const entry = await call.store.ledgerOf({ openid: call.openid }).own()
  return { entry: entry ? ownEntry(entry, call) : null }
}
