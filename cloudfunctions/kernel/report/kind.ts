import type { DistrictKey } from '../../../src/domain/district'
import {
  addTo,
  conflictsOn,
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
import { goOn, type TaskCall, type TaskKind } from '../task/kind'
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
  /** The day on which it was asked for. */
  madeOn: BeijingDate
}

/** What is counted so far stands in the checkpoint: 18 units by a report's figures, however large the ledger. */
export interface ReportCheckpoint {
  /** The last entry counted. */
  after?: string
  seen: number
  total: number
  counts: Counts
  /** Every entry is counted; only the files are left to write. */
  whole: boolean
}

/**
 * Counts the ledger as it was on a day, and leaves the report as workbook, JSON and document (notice §六(四)). One district's is
 * counted out of the whole ledger, too: who stood in it on that day may stand in another one by now.
 */
export const reportMake: TaskKind<ReportInput, ReportCheckpoint> = {
  name: 'report.make',
  exclusive: ({ kind, asOf, district }) => `report:${kind}:${asOf}:${district ?? 'city'}`,

  async advance({ id, input, checkpoint }, call) {
    const standing = checkpoint ?? (await beginning(call))
    if (!standing.whole) {
      return goOn(await count(standing, input, call))
    }
    const made = madeOf(input, standing.counts)
    const files = await reportFiles(id, made, call.files)
    return { outcome: 'finished', result: made.numbers.total, files, done: standing.seen }
  },
}

async function beginning(call: TaskCall): Promise<ReportCheckpoint> {
  const [all] = await call.store.ledgerOf('city').countBy('all')
  return { seen: 0, total: all?.count ?? 0, counts: {}, whole: false }
}

const onOf = ({ asOf }: ReportInput) => ({ campaign: governing(asOf), day: asOf })

async function count(before: ReportCheckpoint, input: ReportInput, call: TaskCall): Promise<ReportCheckpoint> {
  const { campaign, day } = onOf(input)
  const report = reportOf(input.kind, { campaign, day })
  const ledger = call.store.ledgerOf('city')
  let { after, seen, counts } = before
  for (let page = 0; page < PAGES; page += 1) {
    const entries = await ledger.findAfter(after, PAGE, REPORTED_FIELDS)
    const conflicts = conflictsOn(await call.store.conflicts.raisedOn(entries.map(({ _id }) => _id)), day)
    const then = entries.map(entry => onDay(entry as ReportedEntry, day, campaign, conflicts.get(entry._id)))
    counts = addTo(
      counts,
      report,
      then.filter((entry): entry is EntryOnDay => entry !== undefined),
    )
    seen += entries.length
    after = entries.at(-1)?._id ?? after
    if (entries.length < PAGE) return { ...before, ...(after ? { after } : {}), seen, counts, whole: true }
    if (call.left() <= 0) break
  }
  return { ...before, ...(after ? { after } : {}), seen, counts }
}

function madeOf(input: ReportInput, counts: Counts): MadeReport {
  const on = onOf(input)
  const { kind, district, madeOn } = input
  const report = reportOf(kind, on)
  return {
    ...on,
    kind,
    report,
    madeOn,
    numbers: numbersOf(report, counts, district ? [district] : undefined),
    ...(district ? { district } : {}),
    unitName: unitNames(districtName),
  }
}
