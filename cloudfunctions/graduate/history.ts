import { bindingOf, showsLine, type HistoryActor, type HistoryEntry, type LedgerEntry } from '../../src/domain/ledger'
import type { ClientCall, KeptCall } from '../kernel/procedure'

/** What a person reads for each role. */
export const ACTOR_NAMES: Record<HistoryActor, string> = {
  self: '本人',
  staff: '工作人员',
  operator: '市局经办人员',
  scheduler: '自动处理',
  roster: '名单',
}

/** History that has left the entry's own list but may not have reached the archive yet. */
const onTheWay = (entry: LedgerEntry): { id: string; entries: HistoryEntry[] }[] =>
  entry.pending.flatMap(effect =>
    effect.kind === 'archiveHistory' ? [{ id: effect.id, entries: effect.entries }] : [],
  )

/** A line of history as its person reads it. */
export interface ToldLine {
  at: string
  by: string
  what: string
  why: string
}

/** What happened to the person's entry, newest first. */
export async function history(_input: object, call: ClientCall) {
  const entry = await call.store.ledgerOf({ openid: call.openid }).own()
  return entry ? toldLines(entry, call) : []
}

/**
 * What the person may read of their history: whoever claimed an entry by name and number reads on from there until their
 * identity is verified, and one line in place of all before.
 */
export async function toldLines(entry: LedgerEntry, call: Pick<KeptCall, 'store'>): Promise<ToldLine[]> {
  const lines = await linesOf(entry, call)
  const shown = lines.filter(line => showsLine(entry, line))
  const told = shown.map(({ at, by, what, why }) => ({ at, by: ACTOR_NAMES[by], what, why }))
  return shown.length < lines.length ? [...told, { at: bindingOf(entry).since, ...EARLIER }] : told
}

/** What stands in place of everything before the account came to hold the entry. */
const EARLIER = { by: '', what: '更早的经过，核实身份后能看', why: '这之前的先不显示' }

/** The whole history of an entry, newest first, with what is archived and what is on its way there. */
async function linesOf(entry: LedgerEntry, call: Pick<KeptCall, 'store'>): Promise<HistoryEntry[]> {
  const archived = entry.archived > 0 ? await call.store.archive.of(entry._id) : []
  const moving = onTheWay(entry).filter(({ id }) => !archived.some(stretch => stretch._id === id))
  return [...archived, ...moving]
    .flatMap(({ entries }) => entries)
    .concat(entry.history)
    .reverse()
    .map(line => (line.fromOthers && entry.assurance !== 'verified' ? { ...line, ...LATER } : line))
}

/** What stands in place of a line that another source's knowledge speaks from (DESIGN, settled 6). */
const LATER = { what: '按部门核对的结果更新了登记', why: '核实身份后能看全' }
