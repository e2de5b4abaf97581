import type { operatorContract } from '../../src/contract'
import type { LedgerEntry } from '../../src/domain/ledger'
import { maskIdNumber, maskName, maskPhone } from '../../src/domain/person'
import { maskedFact } from '../kernel/masked'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { pageOf, readCursor, writeCursor } from './cursor'

type Input = ParsedInputOf<(typeof operatorContract)['ledger.list']>

const FIELDS = [
  '_id',
  'no',
  'sealed',
  'handlingDistrict',
  'assignedDistrict',
  'category',
  'cohort',
  'status',
  'assurance',
  'priority',
  'contactState',
  'served',
  'nextDue',
  'registrations',
  'erased',
  'createdAt',
] as const

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

/** What stands in place of a phone number that went with an erasure: nobody forgot to fill it in. */
const ERASED = '已删除'

function masked(entry: LedgerEntry, call: OperatorCall) {
  const { no, handlingDistrict, assignedDistrict, category, cohort, status, assurance } = entry
  const { priority, contactState, served, nextDue, createdAt } = entry
  return {
    no,
    name: maskedFact(entry, 'name', maskName, call),
    idNumber: maskedFact(entry, 'idNumber', maskIdNumber, call),
    phone: entry.erased && !entry.sealed.phone ? ERASED : maskedFact(entry, 'phone', maskPhone, call),
    ...(handlingDistrict ? { handlingDistrict } : {}),
    ...(assignedDistrict ? { assignedDistrict } : {}),
    category,
    ...(cohort === undefined ? {} : { cohort }),
    status,
    assurance,
    priority,
    contactState,
    served,
    ...(nextDue ? { nextDue } : {}),
    registrations: entry.registrations.map(({ kind, status: state, district, filedAt }) => ({
      kind,
      status: state,
      district,
      filedAt,
    })),
    createdAt,
  }
}
