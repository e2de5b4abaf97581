import type { operatorContract } from '../../src/contract'
import { SOURCE_NAMES } from '../../src/domain/comparison'
import { bindingOf, isBound, type LedgerEntry } from '../../src/domain/ledger'
import { HARDSHIP_NAMES } from '../../src/domain/person'
import { SealBroken } from '../kernel/crypto'
import { UNREADABLE } from '../kernel/masked'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { openCertified, openFact, openHardships } from '../kernel/sealing'
import { entryOf } from './act'

type Input = ParsedInputOf<(typeof operatorContract)['ledger.open']>
type Fact = Input['facts'][number]

/** What stands in place of a fact that isn't there. */
const NOTHING = '没有'

/**
 * Opens the facts that were asked for, and no other. The audit line comes first: without it nothing is opened. It names
 * the facts, since the person may read who looked at what.
 */
export async function ledgerOpen({ no, facts, reason }: Input, call: OperatorCall) {
  const entry = await entryOf(no, call)
  const asked = [...new Set(facts)]
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'ledger.open',
    target: entry.no,
    reason,
    entryId: entry._id,
    facts: asked,
    role: 'operator',
  })
  return {
    no: entry.no,
    facts: Object.fromEntries(asked.map(fact => [fact, opened(entry, fact, call)])),
    ...(isBound(entry) ? { boundSince: bindingOf(entry).since } : {}),
  }
}

function textOf(entry: LedgerEntry, fact: Fact, { keys }: OperatorCall): string | undefined {
  switch (fact) {
    case 'hardships':
      return openHardships(keys, entry)
        .map(hardship => HARDSHIP_NAMES[hardship])
        .join('；')
    case 'certified':
      return openCertified(keys, entry)
        .map(({ hardship, source, asOf }) => `${HARDSHIP_NAMES[hardship]}（${SOURCE_NAMES[source]}，${asOf}）`)
        .join('；')
    case 'name':
    case 'idNumber':
    case 'phone':
      return openFact(keys, entry, fact)
  }
}

function opened(entry: LedgerEntry, fact: Fact, call: OperatorCall): string {
  try {
    return textOf(entry, fact, call) || NOTHING
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    call.note(`${fact} of ledger ${entry._id} does not open`)
    return UNREADABLE
  }
}
