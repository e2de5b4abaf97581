import type { HistoryActor, HistoryEntry, LedgerEntry } from '../../src/domain/ledger'
import type { ClientCall } from '../kernel/procedure'

const ACTOR_NAMES: Record<HistoryActor, string> = {
  self: '本人',
  staff: '工作人员',
  operator: '管理员',
  scheduler: '自动处理',
  roster: '毕业生名单',
}

/** History that has left the entry's own list but may not have reached the archive yet. */
const onTheWay = (entry: LedgerEntry): { id: string; entries: HistoryEntry[] }[] =>
  entry.pending.flatMap(effect =>
    effect.kind === 'archiveHistory' ? [{ id: effect.id, entries: effect.entries }] : [],
  )

/** Everything that happened to the person's entry, newest first. */
export async function history(_input: object, call: ClientCall) {
  const entry = await call.store.ledgerOf({ openid: call.openid }).own()
  if (!entry) return []
  const archived = entry.archived > 0 ? await call.store.archive.of(entry._id) : []
  const moving = onTheWay(entry).filter(({ id }) => !archived.some(stretch => stretch._id === id))
  const lines = [...archived, ...moving].flatMap(({ entries }) => entries).concat(entry.history)
  return lines.reverse().map(({ at, by, what, why }) => ({ at, by: ACTOR_NAMES[by], what, why }))
}
