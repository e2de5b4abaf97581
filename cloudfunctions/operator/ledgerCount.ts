import type { operatorContract } from '../../src/contract'
import { DISTRICT_KEYS } from '../../src/domain/district'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'

type Input = ParsedInputOf<(typeof operatorContract)['ledger.count']>

/** What an entry without the facet is counted under. */
const NONE = 'none'

const orderOf = (key: string): number => {
  const place = (DISTRICT_KEYS as readonly string[]).indexOf(key)
  return place === -1 ? DISTRICT_KEYS.length : place
}

/** Counts entries by one facet, districts in their official order; by kind, open registrations. */
export async function ledgerCount({ by }: Input, call: OperatorCall) {
  const ledger = call.store.ledgerOf('city')
  const [rows, all] = await Promise.all([ledger.countBy(by), ledger.countBy('all')])
  const counts = rows.map(({ key, count }) => ({ key: key === null ? NONE : String(key), count }))
  counts.sort((a, b) => orderOf(a.key) - orderOf(b.key) || (a.key < b.key ? -1 : 1))
  return { total: all[0]?.count ?? 0, counts }
}
