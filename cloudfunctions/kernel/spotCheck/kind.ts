import type { DestinationCode } from '../../../src/domain/destination'
import type { DistrictKey } from '../../../src/domain/district'
import { districtOf, type LedgerEntry } from '../../../src/domain/ledger'
import { drawAlso, sizesOf, stratumOf, type Drawn, type Sizes, type SpotKind } from '../../../src/domain/spotCheck'
import { hmacSm3 } from '../crypto'
import { goOn, type TaskCall, type TaskKind } from '../task/kind'
import { numberedFiles } from '../task/taskFiles'
import { writeList } from './list'

/** What a draw is made by: the same again gives the same list, as long as the ledger is the same. */
export interface SpotCheckInput extends Record<string, unknown> {
  seed: string
  /** Above 0, at most 1. */
  ratio: number
  /** Kinds of destination that are drawn whole. */
  whole: SpotKind[]
}

export interface SpotCheckCheckpoint {
  /** File ID of the first draft. */
  first: string
  /** Number of the last draft. */
  draft: number
  counts: Sizes
  sizes: Sizes
  after: string
  seen: number
  total: number
  drawn: boolean
}

/** Entries of one stretch, and of one request. */
const STRETCH = 5_000
const PAGE = 1_000
const FIELDS = ['_id', 'handlingDistrict', 'assignedDistrict', 'destination'] as const

/** HMAC-SM3 (GB/T 32905, GB/T 15852.2) of an entry's id under the seed: whoever knows the seed can draw again, nobody can steer it. */
export const rankOf = (seed: string, id: string): string =>
  hmacSm3(Buffer.from(seed, 'utf8'), ['spotCheck', id]).toString('hex').slice(0, 32)

const stratumOfEntry = (entry: LedgerEntry) => entry.destination && stratumOf(entry.destination.code, districtOf(entry))

/** Draws destinations to be checked: counts the strata, goes through the ledger stretch by stretch, writes the list (notice §六(三)). */
export const spotCheckDraw: TaskKind<SpotCheckInput, SpotCheckCheckpoint> = {
  name: 'spotCheck.draw',
  exclusive: () => 'spotCheck',

  async advance({ id, input, checkpoint }, call) {
    if (!checkpoint) return goOn(await beginning(id, input, call))
    if (!checkpoint.drawn) return goOn(await drawStretch(id, input, checkpoint, call))
    const chosen = await drafts(call, id).read(checkpoint.first, checkpoint.draft)
    const { file, rows } = await writeList(id, input, checkpoint, chosen, call)
    const of = Object.values(checkpoint.counts).reduce((sum, count) => sum + count, 0)
    const strata = Object.keys(checkpoint.counts).length
    return { outcome: 'finished', result: { drawn: rows, of, strata }, files: [file], done: checkpoint.seen }
  },

  async tidyUp({ id, checkpoint }, call) {
    if (checkpoint) await drafts(call, id).remove(checkpoint.first, checkpoint.draft + 1)
  },
}

/** What is drawn so far, between two stretches: ids and ranks, no personal fact. */
const drafts = ({ files }: TaskCall, taskId: string) => numberedFiles<Drawn>(files, taskId, 'draw')

async function beginning(id: string, { ratio, whole }: SpotCheckInput, call: TaskCall): Promise<SpotCheckCheckpoint> {
  const ledger = call.store.ledgerOf('city')
  const [all] = await ledger.countBy('all')
  const counts: Sizes = {}
  for (const { code, district, count } of await call.store.ledgerGroups.destinations()) {
    const stratum = stratumOf(code as DestinationCode, (district as DistrictKey | null) ?? undefined)
    if (stratum) counts[stratum] = (counts[stratum] ?? 0) + count
  }
  const first = await drafts(call, id).write(0, {})
  const sizes = sizesOf(counts, ratio, whole)
  return { first, draft: 0, counts, sizes, after: '', seen: 0, total: all?.count ?? 0, drawn: false }
}

async function drawStretch(
  id: string,
  { seed }: SpotCheckInput,
  before: SpotCheckCheckpoint,
  call: TaskCall,
): Promise<SpotCheckCheckpoint> {
  const ledger = call.store.ledgerOf('city')
  let { after, seen } = before
  let drawn = await drafts(call, id).read(before.first, before.draft)
  for (let page = 0; page < STRETCH / PAGE; page += 1) {
    const entries = await ledger.findAfter(after, PAGE, FIELDS)
    const candidates = entries.flatMap(entry => {
      const stratum = stratumOfEntry(entry)
      return stratum ? [{ stratum, id: entry._id, rank: rankOf(seed, entry._id) }] : []
    })
    drawn = drawAlso(drawn, candidates, before.sizes)
    seen += entries.length
    after = entries.at(-1)?._id ?? after
    if (entries.length < PAGE) {
      await drafts(call, id).write(before.draft + 1, drawn)
      return { ...before, draft: before.draft + 1, after, seen, drawn: true }
    }
  }
  await drafts(call, id).write(before.draft + 1, drawn)
  return { ...before, draft: before.draft + 1, after, seen }
}
