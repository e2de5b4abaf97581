import type { DistrictKey } from '../../../src/domain/district'
import {
  addTo,
  numbersOf,
  onDay,
  reportOf,
  REPORTED_FIELDS,
  unitNames,
  type Counts,
  type EntryOnDay,
  type MadeReport,
  type ReportedEntry,
  type ReportKind,
} from '../../../src/domain/report'
import type { BeijingDate } from '../../../src/domain/time'
import { districtName, governing } from '../governing'
import type { Chunk, TaskCall, TaskKind } from '../task/kind'
import { reportFiles } from './files'

/** Entries read with one request. */
const PAGE = 500
/** Pages of one chunk: a second or two. */
const PAGES = 4

export interface ReportInput extends Record<string, unknown> {
  kind: ReportKind
  /** The end of this day. */
  asOf: BeijingDate
  district?: DistrictKey
}

/** What is counted so far stands in the checkpoint: 18 units by a report's figures, however large the ledger. */
export interface ReportCheckpoint {
  /** The last entry counted. */
  after?: { id: string; createdAt: string }
  seen: number
  total: number
  counts: Counts
  /** Every entry is counted; only the files are left to write. */
  whole: boolean
}

/** Counts the ledger as it was on a day, and leaves the report as workbook, JSON and document (notice §六(四)). */
export const reportMake: TaskKind<ReportInput, ReportCheckpoint> = {
  name: 'report.make',
  exclusive: ({ kind, asOf, district }) => `report:${kind}:${asOf}:${district ?? 'city'}`,

  async advance({ id, input, checkpoint }, call) {
    const standing = checkpoint ?? (await beginning(input, call))
    if (!standing.whole) return goOn(await count(standing, input, call))
    const made = madeOf(input, standing.counts)
    const files = await reportFiles(id, made, call.files)
    return { outcome: 'finished', result: made.numbers.total, files, done: standing.seen }
  },
}

const goOn = (checkpoint: ReportCheckpoint): Chunk<ReportCheckpoint> => ({
  outcome: 'goOn',
  checkpoint,
  done: checkpoint.seen,
  total: Math.max(checkpoint.total, checkpoint.seen),
})

async function beginning({ district }: ReportInput, call: TaskCall): Promise<ReportCheckpoint> {
  const counted = await call.store.ledgerOf('city').countBy(district ? 'handlingDistrict' : 'all')
  const total = counted.find(({ key }) => key === (district ?? null))?.count ?? 0
  return { seen: 0, total, counts: {}, whole: false }
}

const onOf = ({ asOf }: ReportInput) => ({ campaign: governing(asOf), day: asOf })

async function count(before: ReportCheckpoint, input: ReportInput, call: TaskCall): Promise<ReportCheckpoint> {
  const { kind, district } = input
  const { campaign, day } = onOf(input)
  const report = reportOf(kind, { campaign, day })
  const ledger = call.store.ledgerOf('city')
  let { after, seen, counts } = before
  for (let page = 0; page < PAGES; page += 1) {
    const entries = await (district
      ? ledger.findHandledBy(district, after, PAGE, REPORTED_FIELDS)
      : ledger.findAfter(after?.id, PAGE, REPORTED_FIELDS))
    const conflicts = await call.store.conflicts.openOn(
      entries.map(({ _id }) => _id),
      day,
    )
    const then = entries.map(entry => onDay(entry as ReportedEntry, day, campaign, conflicts.has(entry._id)))
    counts = addTo(
      counts,
      report,
      then.filter((entry): entry is EntryOnDay => entry !== undefined),
    )
    seen += entries.length
    const last = entries.at(-1)
    if (last) after = { id: last._id, createdAt: last.createdAt }
    if (entries.length < PAGE) return { ...before, ...(after ? { after } : {}), seen, counts, whole: true }
    if (call.left() <= 0) break
  }
  return { ...before, ...(after ? { after } : {}), seen, counts }
}

function madeOf(input: ReportInput, counts: Counts): MadeReport {
  const on = onOf(input)
  const { kind, district } = input
  const report = reportOf(kind, on)
  return {
    ...on,
    kind,
    report,
    numbers: numbersOf(report, counts, district ? [district] : undefined),
    ...(district ? { district } : {}),
    unitName: unitNames(districtName),
  }
}
