import type { operatorContract } from '../../src/contract'
import type { LedgerEntry } from '../../src/domain/ledger'
import { maskIdNumber } from '../../src/domain/person'
import { LINE_FIELDS, maskedFact, maskedLine } from '../kernel/masked'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { pageOf, readCursor, writeCursor } from './cursor'

type Input = ParsedInputOf<(typeof operatorContract)['ledger.list']>

const FIELDS = [...LINE_FIELDS, 'cohort', 'status', 'assurance', 'registrations', 'createdAt'] as const

/** A page of the ledger, masked, newest first. The read is audited before anything is opened for masking. */
export async function ledgerList({ district, status, cursor, limit }: Input, call: OperatorCall) {
  const ledger = call.store.ledgerOf('city')
  const facets = { ...(district ? { handlingDistrict: district } : {}), ...(status ? { status } : {}) }
  const found = await ledger.findNewest(facets, readCursor(cursor), limit + 1, FIELDS)
  const { page, ...more } = pageOf(found, limit, ({ createdAt, _id }) => writeCursor({ createdAt, id: _id }))
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'ledger.list',
    target: `${district ?? 'city'} ${status ?? 'all'}: ${page.length} entries`,
    reason: 'list, masked',
  })
  return { entries: page.map(entry => masked(entry, call)), ...more }
}

function masked(entry: LedgerEntry, call: OperatorCall) {
  const { cohort, status, assurance, createdAt } = entry
  return {
    ...maskedLine(entry, call),
    idNumber: maskedFact(entry, 'idNumber', maskIdNumber, call),
    ...(cohort === undefined ? {} : { cohort }),
    status,
    assurance,
    registrations: entry.registrations.map(({ kind, status: state, district, filedAt }) => ({
      kind,
      status: state,
      district,
      filedAt,
    })),
    createdAt,
  }
}
