import { noSuchEntry, type ChangeNote, type Decision, type LedgerEntry } from '../../src/domain/ledger'
import { applyPending } from '../kernel/effects'
import type { OperatorCall } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'

/** The entry of a registration number as somebody types it. Throws NOT_FOUND. */
export async function entryOf(no: string, call: OperatorCall): Promise<LedgerEntry> {
  const entry = await call.store.ledgerOf('city').byNo(normalNo(no))
  if (entry) return entry
  const { code, message } = noSuchEntry().refusal
  throw new Refusal(code, message)
}

/** As the receipt writes it, whatever stands between the groups: read out on the phone, nobody says the dashes. */
function normalNo(no: string): string {
  const bare = no
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toUpperCase()
  return bare.replace(/^(QH\d\d)(.{4})(.+)$/, '$1-$2-$3')
}

/** What history says of an operator's act at the console. */
export const noteOf = (call: OperatorCall, why: string): ChangeNote => ({
  at: call.now.toISOString(),
  by: 'operator',
  byId: call.operator.id,
  source: 'console',
  why,
})

/**
 * One operator's act on one entry: decided, audited, stored, and what it owes elsewhere applied. The audit line comes before
 * the change, and only where there is one.
 */
export async function act(
  { no, reason }: { no: string; reason: string },
  action: string,
  decide: (entry: LedgerEntry | undefined) => Decision<LedgerEntry>,
  call: OperatorCall,
): Promise<LedgerEntry> {
  const found = await entryOf(no, call)
  if (decide(found).outcome === 'change')
    await call.store.audit.append({
      at: call.now.toISOString(),
      by: call.operator.id,
      action,
      target: found.no,
      reason,
      entryId: found._id,
      role: 'operator',
    })
  const ledger = call.store.ledgerOf('city')
  const { entry } = await ledger.change(() => ledger.byNo(found.no), decide, found)
  // a second tap finds nothing to change, while the first may be sending the message just now
  if (entry !== found) await applyPending(entry, call)
  return entry
}
