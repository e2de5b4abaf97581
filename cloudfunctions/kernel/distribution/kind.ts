import { distribute, planOf, type Placeable } from '../../../src/domain/distribution'
import { noSuchEntry, type Decision, type LedgerEntry } from '../../../src/domain/ledger'
import { applyPending } from '../effects'
import { districtName } from '../governing'
import type { After } from '../store/newest'
import { goOn, type TaskCall, type TaskKind } from '../task/kind'
import { inLanes } from '../task/parts/inLanes'
import { followEntries } from './conflicts'
import { POOL_FIELDS, writePool, type PoolState } from './pool'

/** Entries whose place is decided in one chunk: as many as can be written in a few seconds, should all of them move. */
const AT_ONCE = 500
const LANES = 8

interface Counts {
  new: number
  changed: number
  same: number
  refused: number
  pool: number
}

/**
 * First the entries of a stretch are read and decided, then those that have to move are written: what counts as new or
 * changed stands in the checkpoint before anything is written, so a stretch done again counts as it did. At the end what is in
 * doubt follows its people, and the pool is listed.
 */
export type DistributionCheckpoint =
  | { phase: 'decide'; after?: string; total: number; seen: number; counts: Counts }
  | { phase: 'write'; ids: string[]; after: string; total: number; seen: number; counts: Counts; last: boolean }
  | { phase: 'conflicts'; after?: After; total: number; seen: number; counts: Counts }
  | ({ phase: 'pool'; total: number; seen: number; counts: Counts } & PoolState)

type Deciding = Extract<DistributionCheckpoint, { phase: 'decide' }>
type Writing = Extract<DistributionCheckpoint, { phase: 'write' }>

const FIELDS = ['_id', 'version', ...POOL_FIELDS] as const satisfies readonly (keyof LedgerEntry)[]

/** Places every entry of the ledger in one of the 17 districts, or lists it with the reason why not (notice §五(三)). */
export const distributionRun: TaskKind<Record<string, never>, DistributionCheckpoint> = {
  name: 'distribution.run',
  exclusive: () => 'distribution',

  async advance({ id, checkpoint }, call) {
    const standing = checkpoint ?? (await beginning(call))
    switch (standing.phase) {
      case 'decide':
        return goOn(await decide(standing, call))
      case 'write':
        return goOn(await write(standing, id, call))
      case 'conflicts': {
        const { after, ...rest } = standing
        const last = await followEntries(after, call)
        return goOn(last ? { ...rest, after: last } : { ...rest, phase: 'pool', listed: 0, files: [] })
      }
      case 'pool': {
        const next = await writePool(id, standing, call)
        if (next.more) return goOn({ ...standing, ...next.state })
        const { counts, seen } = standing
        return { outcome: 'finished', result: { ...counts }, files: next.state.files, done: seen }
      }
    }
  },
}

async function beginning(call: TaskCall): Promise<Deciding> {
  const [all] = await call.store.ledgerOf('city').countBy('all')
  const counts = { new: 0, changed: 0, same: 0, refused: 0, pool: 0 }
  return { phase: 'decide', total: all?.count ?? 0, seen: 0, counts }
}

async function decide(before: Deciding, call: TaskCall): Promise<DistributionCheckpoint> {
  const entries = await call.store.ledgerOf('city').findAfter(before.after, AT_ONCE, FIELDS)
  const counts = { ...before.counts }
  const ids: string[] = []
  for (const entry of entries) {
    const { outcome } = planOf(entry as Placeable)
    counts[outcome] += 1
    if (outcome === 'new' || outcome === 'changed') ids.push(entry._id)
  }
  const { total } = before
  const seen = before.seen + entries.length
  const after = entries.at(-1)?._id ?? before.after ?? ''
  const last = entries.length < AT_ONCE
  if (ids.length > 0) return { phase: 'write', ids, after, total, seen, counts, last }
  return next({ after, total, seen, counts, last })
}

const next = ({ last, after, ...rest }: Omit<Writing, 'phase' | 'ids'>): DistributionCheckpoint =>
  last ? { phase: 'conflicts', ...rest } : { phase: 'decide', after, ...rest }

async function write(before: Writing, taskId: string, call: TaskCall): Promise<DistributionCheckpoint> {
  const { ids, after, total, seen, last } = before
  const counts = { ...before.counts }
  const ledger = call.store.ledgerOf('city')
  const run = { taskId, at: call.now.toISOString(), districtName }
  await inLanes(await ledger.findByIds(ids), LANES, async loaded => {
    const decision = (entry: LedgerEntry | undefined): Decision<LedgerEntry, { full: boolean }> => {
      if (!entry) return noSuchEntry()
      const placed = distribute(entry, run)
      if (placed.outcome === 'placed') return { outcome: 'change', entry: placed.entry, full: false }
      return { outcome: 'same', entry, full: placed.outcome === 'full' }
    }
    const { entry, full } = await ledger.change(() => ledger.findOne({ _id: loaded._id }), decision, loaded)
    if (full) {
      counts[planOf(entry).outcome] -= 1
      counts.refused += 1
      call.note(`ledger ${entry._id} is full, not placed`)
    }
    if (entry.pending.some(({ kind }) => kind === 'notifyDistricts')) await applyPending(entry, call)
  })
  return next({ after, total, seen, counts, last })
}
