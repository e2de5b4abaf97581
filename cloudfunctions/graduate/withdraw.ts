import type { graduateContract } from '../../src/contract'
import { withdraw as decide } from '../../src/domain/ledger'
import { applyPending } from '../kernel/effects'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { checkTexts } from './freeTexts'
import { ownEntry } from './ownEntry'

type Input = ParsedInputOf<(typeof graduateContract)['registration.withdraw']>

export async function withdraw(input: Input, call: ClientCall) {
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const findings = await checkTexts({ 'withdrawal.reason': input.reason }, call, () => 'reason')
  const withdrawal = { ...input, findings, account: call.openid, at: call.now.toISOString() }
  const { entry } = await ledger.change(ledger.own, entry => decide(entry, withdrawal))
  await applyPending(entry, call)
  return { version: entry.version, entry: ownEntry(entry, call) }
}
