import { accountKey } from './host/account'
import { forgetCopied } from './host/clipboard'
import * as store from './host/store'

/**
 * Erases what this phone keeps of the account: drafts, receipts, remembered consents. Each key ends with the account, so
 * that whatever a page keeps in future goes too, and nothing of anybody else; what was copied last may be theirs.
 */
export async function forgetEverythingHere(): Promise<void> {
  const ending = `.${accountKey()}`
  const own = (await store.keys()).filter(key => key.startsWith('qihang.') && key.endsWith(ending))
  await Promise.all(own.map(key => store.remove(key)))
  forgetCopied()
}
