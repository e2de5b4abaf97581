import type { operatorContract } from '../../src/contract'
import { CONFLICT_NAMES, maskedVersions, type ConflictVersions } from '../../src/domain/comparison'
import { openVersions } from '../kernel/conflict'
import { SealBroken } from '../kernel/crypto'
import { UNREADABLE } from '../kernel/masked'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import type { ConflictDocument } from '../kernel/store'
import { pageByMoment, readCursor } from './cursor'

type Contract = typeof operatorContract
type List = ParsedInputOf<Contract['conflict.list']>
type Open = ParsedInputOf<Contract['conflict.open']>

/** Throws NOT_FOUND. */
export async function conflictOf(id: string, call: OperatorCall): Promise<ConflictDocument> {
  const conflict = await call.store.conflicts.byId(id)
  if (!conflict) throw new Refusal('NOT_FOUND', '没有这条冲突，编号抄 conflict.list 里的 id')
  return conflict
}

/** Both versions; undefined where the document was changed past the functions, which the log then names. */
export function versionsOf(conflict: ConflictDocument, call: OperatorCall): ConflictVersions | undefined {
  try {
    return openVersions(call.keys, conflict)
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    call.note(`conflict ${conflict._id} does not open`)
    return undefined
  }
}

/** A page of the queue, masked; the read is audited before anything is opened for masking. */
export async function conflictList({ district, kind, state, cursor, limit }: List, call: OperatorCall) {
  const filter = { state, ...(district ? { district } : {}), ...(kind ? { kind } : {}) }
  const found = await call.store.conflicts.find(filter, readCursor(cursor), limit + 1)
  const { page, ...more } = pageByMoment(found, limit)
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'conflict.list',
    target: `${district ?? 'city'} ${state}: ${page.length} conflicts`,
    reason: 'list, masked',
  })
  return { conflicts: page.map(conflict => masked(conflict, call)), ...more }
}

function masked(conflict: ConflictDocument, call: OperatorCall) {
  const { _id, kind, source, no, district, state, at, asOf, batch, decision, reason, by, resolvedAt } = conflict
  const versions = versionsOf(conflict, call)
  const [ours, theirs] = versions ? maskedVersions(kind, versions) : [UNREADABLE, UNREADABLE]
  return {
    id: _id,
    kind,
    what: CONFLICT_NAMES[kind],
    source,
    no,
    ...(district ? { district } : {}),
    state,
    ours,
    theirs,
    at,
    asOf,
    batch,
    ...(decision && reason && by && resolvedAt ? { decision, reason, by, resolvedAt } : {}),
  }
}

/** What of a person a conflict of a kind opens, as the person reads it. */
const FACTS: Record<ConflictDocument['kind'], string> = {
  otherName: 'name',
  nameDiffers: 'name',
  deceased: 'comparison',
  insuredButRegistered: 'employer',
}

/** Opens both versions in full. The audit line comes first: without it nothing is opened. */
export async function conflictOpen({ id, reason }: Open, call: OperatorCall) {
  const conflict = await conflictOf(id, call)
  const { kind, no, entryId } = conflict
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'conflict.open',
    target: no,
    reason,
    entryId,
    facts: [FACTS[kind]],
    role: 'operator',
  })
  const versions = versionsOf(conflict, call)
  if (!versions) throw new Refusal('NOT_ALLOWED', '这条冲突被改动过，打不开了。把编号报给技术人员，再比对一次名单')
  return { id, kind, no, ...versions }
}
