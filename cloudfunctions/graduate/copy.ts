import type { LedgerEntry } from '../../src/domain/ledger'
import type { ClientCall } from '../kernel/procedure'
import { consentsOf } from '../kernel/store'
import { consentSection, faceCheckSection, looksSection, messagesSection } from './copyOfAccount'
import { copyOfEntry } from './copyOfEntry'
import type { Section } from './copySection'
import { linesOf } from './history'
import { looksAt } from './looks'

/**
 * All that is stored about the person, as they can read it (个人信息保护法 §45). In full only where their identity is verified:
 * otherwise whoever typed somebody's number could carry their facts away. Facts that came from others are left out till then
 * (DESIGN, settled 6).
 */
export async function copy(_input: object, call: ClientCall) {
  const { store, openid, now } = call
  const account = await store.accounts.read(openid)
  const entry = await store.ledgerOf({ openid }).own()
  const full = entry?.assurance === 'verified'
  const sections: Section[] = []
  if (entry) {
    await audited(entry, full, call)
    sections.push(...copyOfEntry(entry, await linesOf(entry, call), full, call.keys))
  }
  if (account) {
    sections.push(consentSection(consentsOf(account)))
    sections.push(...faceCheckSection(await store.faceChecks.begun(openid)))
    sections.push(...messagesSection(await store.messageConsents.allowed(openid)))
  }
  if (entry) sections.push(looksSection(await looksAt(entry, call)))
  return { madeAt: now.toISOString(), full, sections }
}

/** The line comes first: without it nothing is opened. */
const audited = ({ _id, no, sealed }: LedgerEntry, full: boolean, { store, now }: ClientCall): Promise<void> =>
  store.audit.append({
    at: now.toISOString(),
    by: 'self',
    action: 'privacy.copy',
    target: no,
    reason: full ? '本人要一份自己的数据' : '本人要一份自己的数据，没有核实身份，只给了一部分',
    entryId: _id,
    facts: (['name', 'idNumber', 'phone', 'hardships', 'rosterPhone'] as const).filter(
      fact => sealed[fact] !== undefined && (full || !['hardships', 'rosterPhone'].includes(fact)),
    ),
    role: 'self',
  })
