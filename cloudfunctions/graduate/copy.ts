import type { LedgerEntry } from '../../src/domain/ledger'
import type { ClientCall } from '../kernel/procedure'
import { consentsOf } from '../kernel/store'
import { consentSection, faceCheckSection, looksSection, messagesSection } from './copyOfAccount'
import { checksOf, noticesOf } from './copyOfChecks'
import { copyOfEntry, copyOfHistory } from './copyOfEntry'
import type { Section } from './copySection'
import { toldLines } from './history'
import { looksAt } from './looks'
import { releasedFrom } from './released'

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
    sections.push(...copyOfEntry(entry, full, call.keys))
    if (full) sections.push(...(await checksOf(entry, call)))
    sections.push(await noticesOf(entry, call), copyOfHistory(await toldLines(entry, call)))
  }
  if (account) {
    sections.push(consentSection(consentsOf(account)))
    sections.push(...faceCheckSection(await store.faceChecks.begun(openid)))
    sections.push(...messagesSection(await store.messageConsents.allowed(openid)))
  }
  if (entry) sections.push(looksSection(await looksAt(entry, call)))
  if ((await releasedFrom(call)).length > 0) sections.push(RELEASED)
  return { madeAt: now.toISOString(), full, sections: sections.filter(({ rows }) => rows.length > 0) }
}

/** What staff took from the account is not shown to whoever holds it: it may have been somebody else's number. */
const RELEASED: Section = {
  title: '以前的登记',
  rows: [['用这个微信办过', '工作人员解绑了，不在这个微信名下。要看要删，带证件到窗口，或打 12333']],
}

const FACTS = ['name', 'idNumber', 'phone', 'hardships', 'rosterPhone', 'certified', 'employer'] as const
const MASKED: readonly string[] = ['name', 'idNumber', 'phone']

/** The line comes first: without it nothing is opened. */
const audited = ({ _id, no, sealed }: LedgerEntry, full: boolean, { store, now }: ClientCall): Promise<void> =>
  store.audit.append({
    at: now.toISOString(),
    by: 'self',
    action: 'privacy.copy',
    target: no,
    reason: full ? '本人要一份自己的数据' : '本人要一份自己的数据，没有核实身份，只给了一部分',
    entryId: _id,
    facts: FACTS.filter(fact => sealed[fact] !== undefined && (full || MASKED.includes(fact))),
    role: 'self',
  })
