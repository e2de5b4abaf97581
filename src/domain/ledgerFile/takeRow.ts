import { EVIDENCE } from '../destination'
import {
  ALL_SERVED,
  firstContactDue,
  fits,
  nextVersion,
  recordDestination,
  servicesDue,
  dayOf,
  type ChangeNote,
  type LedgerEntry,
} from '../ledger'
import { changesIn, type DistrictChanges } from './changes'
import { LEDGER_FIELDS, ownerOf, type LedgerCells, type LedgerField } from './columns'
import type { HandIn } from './handIn'
import type { RowRefusal } from './readRow'

/** A row with what it is judged by: the entry's own row as it stands now, and how check codes are made. */
export interface HandedRow {
  row: LedgerCells
  standing: LedgerCells
  check: (cells: LedgerCells) => string
}

export type Handed =
  /** `again`: this very task had taken it before it was cut off. */
  | { outcome: 'same'; again?: true }
  | { outcome: 'changed'; entry: LedgerEntry }
  | { outcome: 'refused'; refusals: RowRefusal[] }

const STALE = '导出之后又变过。重新导出，在新的表里改'
const NOT_YOURS: Record<'masked' | 'ours', string> = {
  masked: '打码的列不能改。内容有错，请本人在小程序里改，或带证件到窗口',
  ours: '这一列由台账自己算，不能改',
}
const FULL = '这个人的登记改过太多次，写不下了，没有收下。把这一行报给技术人员'

const noteOf = ({ at, taskId, batch }: HandIn, note: string) =>
  ({
    at,
    by: 'operator',
    byId: taskId,
    source: 'import',
    why: note === '' ? `交回台账，批次 ${batch}` : `交回台账，批次 ${batch}：${note}`,
  }) as const

const refused = (...refusals: RowRefusal[]): Handed => ({ outcome: 'refused', refusals })

/** Whether nobody has touched a row since it was exported: its check code still fits, whatever the entry says now. */
export const isUntouched = ({ row, check }: Pick<HandedRow, 'row' | 'check'>): boolean => check(row) === row.check

/**
 * What a row that a district hands back comes to. A row nobody touched changes nothing. A touched one is taken only onto what it
 * was made from: where the entry has changed since the export, somebody has to look again. What the ledger owns stays.
 */
export function takeRow(entry: LedgerEntry, handed: HandedRow, run: HandIn): Handed {
  const { row, standing, check } = handed
  if (isUntouched(handed)) return { outcome: 'same' }
  if (entry.history.some(({ byId, source }) => source === 'import' && byId === run.taskId))
    return { outcome: 'same', again: true }
  const touched = LEDGER_FIELDS.filter(field => field !== 'check' && row[field] !== standing[field])
  if (check(standing) !== row.check) return takenBefore(entry, touched, handed, run)
  const foreign = touched.flatMap((field): RowRefusal[] => {
    const owner = ownerOf(field)
    return owner === 'district' ? [] : [{ field, reason: NOT_YOURS[owner] }]
  })
  if (foreign.length > 0) return refused(...foreign)
  const read = changesIn(entry, row, new Set(touched), run)
  if (!read.ok) return refused(...read.refusals)
  return changedBy(entry, read.changes, run)
}

/** The same table handed in again, under another batch even: what it asks for stands already. */
function takenBefore(entry: LedgerEntry, touched: readonly LedgerField[], { row }: HandedRow, run: HandIn): Handed {
  const asked = touched.filter(field => field !== 'note' && ownerOf(field) === 'district')
  const read = changesIn(entry, row, new Set(asked), run)
  const nothing = read.ok && Object.keys(read.changes.fields).length === 0 && !read.changes.destination
  return nothing ? { outcome: 'same' } : refused({ field: 'check', reason: STALE })
}

function changedBy(entry: LedgerEntry, { fields, what, destination, note }: DistrictChanges, run: HandIn): Handed {
  const line = noteOf(run, note)
  let changed = entry
  if (destination) {
    const decided = recorded(entry, destination, line, run)
    if (decided.outcome === 'refused') return refused({ field: 'destination', reason: decided.refusal.message })
    changed = decided.entry
  }
  if (Object.keys(fields).length > 0)
    changed = nextVersion(changed, { ...fields, ...dueAfter(changed, fields, run) }, line, what.join('；'))
  else if (changed === entry && note !== '' && !entry.history.some(({ why }) => why === line.why))
    changed = nextVersion(entry, {}, line, '区里加了备注')
  if (changed === entry) return { outcome: 'same' }
  return fits(changed) ? { outcome: 'changed', entry: changed } : refused({ field: 'no', reason: FULL })
}

const recorded = (
  entry: LedgerEntry,
  { code, since, evidence }: NonNullable<DistrictChanges['destination']>,
  note: ChangeNote,
  { by, asOf, today, campaign }: HandIn,
) =>
  recordDestination(entry, {
    note,
    by: `operator:${by}`,
    code,
    ...(since ? { since } : {}),
    method: EVIDENCE[evidence].method,
    evidence,
    today: asOf,
    firstContactDue: firstContactDue(campaign, today),
    ageFloor: campaign.ages.floor.value,
  })

/** What is owed next: once somebody is spoken to, the rest of the 1131. */
function dueAfter(
  { status, nextDue, contactState, served, createdAt }: LedgerEntry,
  fields: Partial<LedgerEntry>,
  { campaign }: HandIn,
): Partial<LedgerEntry> {
  const state = fields.contactState ?? contactState
  if (status === 'closed' || nextDue === undefined || (state !== 'reached' && state !== 'refused')) return {}
  if ((fields.served ?? served) === ALL_SERVED || state === 'refused') return { nextDue: undefined }
  return { nextDue: servicesDue(campaign, dayOf(createdAt)) }
}
