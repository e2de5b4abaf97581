import { isBound, openRegistration, type LedgerEntry, type PendingEffect, type Telling } from '../../src/domain/ledger'
import type { MessageKey } from '../../src/domain/messages'
import { messageTemplate } from './messageTemplates'
import type { KeptCall } from './procedure'
import { sendMessage } from './wechat'

type Message = Extract<PendingEffect, { kind: 'sendMessage' }>

/** Whether what a message says still holds: nobody is told of a registration that has ended meanwhile. */
const HOLDS: Record<MessageKey, (entry: LedgerEntry) => boolean> = {
  registrationAccepted: entry => openRegistration(entry, 'unemployment')?.acceptedAt !== undefined,
}

/**
 * Sends a one-time message to the account that holds the entry, where its person has allowed one; nobody who hasn't is
 * written to, and the app shows the same. False where WeChat may yet take it: the scheduler tries again until `notAfter`.
 *
 * The message goes out first and is taken out of the entry then. A cut between the two sends it again, and WeChat refuses
 * (43101) whoever had allowed one message only: so this errs on telling somebody twice who has allowed several, never on
 * telling nobody. What WeChat said last is noted; that it never took a message is told in the app, where a refusal after
 * such a cut is not, since the first may have arrived.
 */
export async function tell(
  entry: LedgerEntry,
  effect: Message,
  { store, openapi, now, note }: Pick<KeptCall, 'store' | 'openapi' | 'now' | 'note'>,
): Promise<boolean> {
  const { account } = entry
  const { template: key, facts, notAfter } = effect
  const done = (outcome?: Telling['outcome']) => {
    const told = outcome && { template: key, outcome, at: now.toISOString() }
    return store.ledgerOf('city').effectDone(entry._id, effect, told ? { told } : {})
  }
  const wanted = isBound(entry) && HOLDS[key](entry) && (await store.messageConsents.allowed(account))[key] > 0
  if (!wanted || now.getTime() > notAfter) {
    await done(wanted ? 'failed' : undefined)
    return true
  }
  const sending = await sendMessage(openapi, account, messageTemplate(key), facts)
  switch (sending.outcome) {
    case 'later':
      note(`message ${key}: ${sending.code ?? 'no answer'}, tried again later`)
      return false
    case 'never':
      note(`message ${key}: ${sending.code}, given up`)
      await done('failed')
      return true
    case 'notAllowed':
      await store.messageConsents.none(account, key)
      await done('refused')
      return true
    case 'sent':
      await done('sent')
      // where this is cut off the count stays one too high, until WeChat says so
      await store.messageConsents.spend(account, key)
      return true
  }
}
