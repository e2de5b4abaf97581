import type { operatorContract } from '../../src/contract'
import type { LedgerEntry } from '../../src/domain/ledger'
import { maskIdNumber, maskName, maskPhone } from '../../src/domain/person'
import type { Keys } from '../kernel/crypto'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { openFact } from '../kernel/sealing'
import { readCursor, writeCursor } from './cursor'

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
  'createdAt',
] as const

/** A page of the ledger, masked, newest first. The read is audited before anything is opened for masking. */
export async function ledgerList({ district, status, cursor, limit }: Input, call: OperatorCall) {
  const ledger = call.store.ledgerOf('city')
  const facets = { ...(district ? { handlingDistrict: district } : {}), ...(status ? { status } : {}) }
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const entries = await ledger.findNewest(facets, after, limit + 1, FIELDS)
  const page = entries.slice(0, limit)
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'ledger.list',
    target: `${district ?? 'city'} ${status ?? 'all'}: ${page.length} entries`,
    reason: 'list, masked',
  })
  const last = page.at(-1)
  const more = entries.length > limit && last ? { next: writeCursor({ createdAt: last.createdAt, id: last._id }) } : {}
  return { entries: page.map(entry => masked(entry, call.keys)), ...more }
}

function masked(entry: LedgerEntry, keys: Keys) {
  const { no, handlingDistrict, assignedDistrict, category, cohort, status, assurance } = entry
  const { priority, contactState, served, nextDue, createdAt } = entry
  return {
    no,
    name: maskName(openFact(keys, entry, 'name') ?? ''),
    idNumber: maskIdNumber(openFact(keys, entry, 'idNumber') ?? ''),
    phone: maskPhone(openFact(keys, entry, 'phone') ?? ''),
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
