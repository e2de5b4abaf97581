import type { graduateContract } from '../../src/contract'
import { changeDistrict as decide } from '../../src/domain/ledger'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { applyPending } from '../kernel/effects'
import { districtName } from './data'
import { ownEntry } from './ownEntry'

type Input = ParsedInputOf<(typeof graduateContract)['registration.changeDistrict']>

export async function changeDistrict({ version, handlingDistrict: district, basis }: Input, call: ClientCall) {
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const change = { version, district, districtName: districtName(district), basis, at: call.now.toISOString() }
  const { entry } = await ledger.change(ledger.own, entry => decide(entry, change))
  await applyPending(entry, call)
  return { version: entry.version, entry: ownEntry(entry, call) }
}
