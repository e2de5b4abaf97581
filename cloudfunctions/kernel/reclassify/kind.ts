import {
  isDueForReclassifying,
  noSuchEntry,
  reclassify,
  type Decision,
  type LedgerEntry,
} from '../../../src/domain/ledger'
import { beijingDate } from '../../../src/domain/time'
import { SealBroken } from '../crypto'
import { governing } from '../governing'
import type { KeptCall } from '../procedure'
import { knownHardships } from '../sealing'
import { goOn, type Chunk, type TaskKind } from '../task/kind'
import { inLanes } from '../task/parts/inLanes'

/** Entries decided in one chunk: as many as can be written in a few seconds, should all of them change. */
const AT_ONCE = 500
const LANES = 8

const FIELDS = [
  '_id',
  'version',
  'bornOn',
  'education',
  'intention',
  'situation',
  'registrations',
  'roster',
  'youthList',
  'compared',
  'destination',
  'category',
  'cohort',
  'priority',
  'status',
  'erased',
  'source',
  'sealed.hardships',
  'sealed.certified',
] as const

interface Counts {
  changed: number
  same: number
  refused: number
}

/** A stretch is decided first, and who changes is written then: what it counts stands in the checkpoint before any write. */
export interface ReclassifyCheckpoint {
  after: string
  /** Entries of the stretch that change, to be written; none while the next stretch is to be decided. */
  ids: string[]
  /** Whether the stretch was the last one. */
  last: boolean
  seen: number
  total: number
  counts: Counts
}

/**
 * Brings category and place in line of every open entry up to the day: youth become long without work, and turn 25, by time
 * alone. Once a day; the same day again changes nothing.
 */
export const reclassifyRun: TaskKind<Record<string, never>, ReclassifyCheckpoint> = {
  name: 'reclassify.run',
  exclusive: () => 'reclassify',

  async advance({ id, checkpoint }, call): Promise<Chunk<ReclassifyCheckpoint>> {
    const before = checkpoint ?? (await beginning(call))
    const now = before.ids.length > 0 ? await write(before, id, call) : await decide(before, call)
    if (now.last && now.ids.length === 0)
      return { outcome: 'finished', result: { ...now.counts }, files: [], done: now.seen }
    return goOn(now)
  },
}

async function beginning(call: KeptCall): Promise<ReclassifyCheckpoint> {
  const statuses = await call.store.ledgerOf('city').countBy('status')
  const total = statuses.find(({ key }) => key === 'open')?.count ?? 0
  return { after: '', ids: [], last: false, seen: 0, total, counts: { changed: 0, same: 0, refused: 0 } }
}

/** What the rules go by today, or undefined where a sealed fact doesn't open: nobody is put back for that. */
function todayOf(entry: LedgerEntry, call: KeptCall) {
  const on = beijingDate(call.now)
  try {
    return { on, campaign: governing(on), hardships: knownHardships(call.keys, entry) }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    call.note(`hardships of ledger ${entry._id} do not open`)
    return undefined
  }
}

async function decide(before: ReclassifyCheckpoint, call: KeptCall): Promise<ReclassifyCheckpoint> {
  const entries = await call.store.ledgerOf('city').findAfter(before.after, AT_ONCE, FIELDS, { status: 'open' })
  const ids = entries
    .filter(entry => {
      const today = todayOf(entry, call)
      return today !== undefined && isDueForReclassifying(entry, today)
    })
    .map(({ _id }) => _id)
  const { changed, same, refused } = before.counts
  return {
    after: entries.at(-1)?._id ?? before.after,
    ids,
    last: entries.length < AT_ONCE,
    seen: before.seen + entries.length,
    total: before.total,
    counts: { changed: changed + ids.length, same: same + entries.length - ids.length, refused },
  }
}

async function write(before: ReclassifyCheckpoint, taskId: string, call: KeptCall): Promise<ReclassifyCheckpoint> {
  const counts = { ...before.counts }
  const ledger = call.store.ledgerOf('city')
  const note = { at: call.now.toISOString(), by: 'scheduler', byId: taskId, source: 'timer', why: WHY } as const
  await inLanes(await ledger.findByIds(before.ids), LANES, async loaded => {
    const decideOn = (entry: LedgerEntry | undefined): Decision<LedgerEntry, { full: boolean }> => {
      const today = entry && todayOf(entry, call)
      if (!entry || !today) return noSuchEntry()
      const outcome = reclassify(entry, today, note)
      if (outcome.outcome === 'changed') return { outcome: 'change', entry: outcome.entry, full: false }
      return { outcome: 'same', entry, full: outcome.outcome === 'full' }
    }
    const { full } = await ledger.change(() => ledger.findOne({ _id: loaded._id }), decideOn, loaded)
    if (!full) return
    counts.changed -= 1
    counts.refused += 1
    call.note(`ledger ${loaded._id} is full, not classified`)
  })
  return { ...before, ids: [], counts }
}

const WHY = '按当天的年龄和登记时间重新核对'
