import type { operatorContract } from '../../src/contract'
import {
  decidedOtherwise,
  insuredChanges,
  resolve,
  type ConflictVersions,
  type Resolution,
} from '../../src/domain/comparison'
import type { Decision, LedgerEntry } from '../../src/domain/ledger'
import { employerKeyOf, searchToken } from '../kernel/crypto'
import { applyPending } from '../kernel/effects'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { sealFact } from '../kernel/sealing'
import type { ConflictDocument } from '../kernel/store'
import { noteOf } from './act'
import { conflictOf, versionsOf } from './conflicts'

type Input = ParsedInputOf<(typeof operatorContract)['conflict.resolve']>

const otherwise = () => {
  const { code, message } = decidedOtherwise().refusal
  return new Refusal(code, message)
}

const answer = ({ _id, no, decision, resolvedAt }: ConflictDocument, asked: Input['decision']) => {
  if (decision !== asked || resolvedAt === undefined) throw otherwise()
  return { id: _id, no, decision, resolvedAt }
}

/**
 * Settles a conflict: the entry is decided first, and says by the conflict's id that it was; then the conflict is marked. Cut
 * off between the two, the same word again finishes it. Of somebody who is no longer in the ledger only the conflict is left.
 */
export async function conflictResolve(input: Input, call: OperatorCall) {
  const conflict = await conflictOf(input.id, call)
  if (conflict.state === 'resolved') return answer(conflict, input.decision)
  const ledger = call.store.ledgerOf('city')
  const load = () => ledger.findOne({ _id: conflict.entryId })
  const entry = await load()
  // nothing of the list is needed where the ledger is right
  const versions = input.decision === 'keepOurs' ? { ours: {}, theirs: {} } : versionsOf(conflict, call)
  if (!versions) throw new Refusal('NOT_ALLOWED', '这条冲突被改动过，打不开了。选 keepOurs，再比对一次名单')
  const decide = (found: LedgerEntry | undefined): Decision<LedgerEntry> =>
    resolve(found, resolutionOf(found, conflict, versions, input, call))
  if (!entry || decide(entry).outcome === 'change') await audit(conflict, input, call)
  if (entry) {
    const { entry: decided } = await ledger.change(load, decide, entry)
    await applyPending(decided, call)
  }
  const { decision, reason } = input
  const resolvedAt = call.now.toISOString()
  const settled = await call.store.conflicts.settle(input.id, { decision, reason, by: call.operator.id, resolvedAt })
  if (!settled) throw new Refusal('NOT_FOUND', '这条冲突刚才随登记一起删除了，不用再处理')
  return answer(settled, decision)
}

const audit = ({ no, entryId }: ConflictDocument, { reason, decision }: Input, call: OperatorCall) =>
  call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: `conflict.resolve ${decision}`,
    target: no,
    reason,
    entryId,
    role: 'operator',
  })

function resolutionOf(
  entry: LedgerEntry | undefined,
  { _id: id, kind, source, question, asOf, taskId }: ConflictDocument,
  { ours, theirs }: ConflictVersions,
  { decision, reason }: Input,
  call: OperatorCall,
): Resolution {
  const note = noteOf(call, reason)
  const base = { id, kind, source, question, decision, asOf, note }
  if (!entry || decision === 'keepOurs' || kind === 'deceased') return base
  const { keys } = call
  if (kind !== 'insuredButRegistered') {
    const name = theirs.name ?? ''
    return {
      ...base,
      name: { sealed: sealFact(keys, entry._id, 'name', name), token: searchToken(keys, 'name', name) },
    }
  }
  const changes = insuredChanges(
    entry,
    theirs,
    { asOf, at: note.at, taskId },
    { seal: (field, text) => sealFact(keys, entry._id, field, text), employerKey: code => employerKeyOf(keys, code) },
  )
  return { ...base, insured: { changes, questioned: ours.filedAt ?? '' } }
}
