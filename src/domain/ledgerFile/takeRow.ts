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
import { changesIn, type DistrictChanges, type DistrictColumns } from './changes'
import { checkCodeOf, exportedBy, type Exported, type Keyed } from './checkCode'
import { DISTRICT_FIELDS, OUR_FIELDS, ownerOf, type LedgerCells, type LedgerField } from './columns'
import type { HandIn } from './handIn'
import { isHandedOut } from './handedOut'
import type { RowRefusal } from './readRow'

/** A row with what it is judged by: the entry's own row as it stands now, and how check codes are made. */
export interface HandedRow {
  row: LedgerCells
  standing: LedgerCells
  keyed: Keyed
}

export type Handed =
  /** `again`: this very task had taken it before it was cut off. */
  | { outcome: 'same'; again?: true }
  | { outcome: 'changed'; entry: LedgerEntry }
  | { outcome: 'refused'; refusals: RowRefusal[] }

const STALE = '导出之后，这一列在台账里也变过。重新导出，在新的表里改'
const NO_CHECK = '校验码不对，可能被改过。重新导出，在新的表里改'
const MOVED = '导出之后，这个人转到别的区了。请现在的区记'
const NOBODYS = '这份登记已经按本人的要求删除，或者证件号码不是本人的，不再记'
const MAYBE_STALE = '这一列和台账不一样：区里不能改，或者导出之后变过。重新导出，在新的表里改'
const NOT_YOURS: Record<'masked' | 'ours', string> = {
  masked: '打码的列不能改。内容有错，请本人在小程序里改，或带证件到窗口',
  ours: '这一列由台账自己算，不能改',
}
const FULL = '这个人的登记改过太多次，写不下了，没有收下。把这一行报给技术人员'

/** How a note stands at the end of a line of history. */
const afterBatch = (note: string): string => (note === '' ? '' : `：${note}`)

const noteOf = ({ at, taskId, batch }: HandIn, note: string) =>
  ({
    at,
    by: 'operator',
    byId: taskId,
    source: 'import',
    why: `交回台账，批次 ${batch}${afterBatch(note)}`,
  }) as const

const refused = (...refusals: RowRefusal[]): Handed => ({ outcome: 'refused', refusals })

/** Whether nobody has touched a row since it was exported: its check code still fits, whatever the entry says now. */
export const isUntouched = ({ row, keyed }: Pick<HandedRow, 'row' | 'keyed'>): boolean =>
  checkCodeOf(keyed, row) === row.check

/** Columns that say one thing together; records of contacts and services are only ever added to. */
const TOGETHER: readonly (readonly LedgerField[])[] = [
  ['street'],
  ['destination', 'destinationOn', 'evidence'],
  ['preparation', 'preparationFrom', 'preparationTo'],
]

/**
 * What a row that a district hands back comes to. A row nobody touched changes nothing. What the district touched is taken
 * where the ledger has not changed the same since the export: nothing newer is overwritten. What the ledger owns may have gone
 * on, and stays as it is.
 */
export function takeRow(entry: LedgerEntry, handed: HandedRow, run: HandIn): Handed {
  const { row, standing, keyed } = handed
  if (isUntouched(handed)) return { outcome: 'same' }
  if (entry.history.some(({ byId, source }) => source === 'import' && byId === run.taskId))
    return { outcome: 'same', again: true }
  const exported = exportedBy(row.check, keyed)
  if (!exported) return refused({ field: 'check', reason: NO_CHECK })
  if (!isHandedOut(entry)) return refused({ field: 'no', reason: NOBODYS })
  if (!exported.ours(row)) return refused(...foreign(handed, exported))
  if (row.district !== standing.district) return refused({ field: 'district', reason: MOVED })
  const touched = new Set(DISTRICT_FIELDS.filter(field => !exported.cell(field, row) && row[field] !== standing[field]))
  const goneOn = new Set(DISTRICT_FIELDS.filter(field => !exported.cell(field, standing)))
  const overtaken = TOGETHER.filter(group => group.some(field => goneOn.has(field)))
    .map(group => group.filter(field => touched.has(field)))
    .filter(fields => fields.length > 0)
  const stale = overtaken.filter(fields => asksSomething(entry, row, { touched: new Set(fields), goneOn }, run))
  if (stale.length > 0) return refused(...stale.flat().map(field => ({ field, reason: STALE })))
  for (const field of overtaken.flat()) touched.delete(field)
  const read = changesIn(entry, row, { touched, goneOn }, run)
  return read.ok ? changedBy(entry, read.changes, run) : refused(...read.refusals)
}

/** Whether what a district touched isn't already so: the same table may be handed in again. */
function asksSomething(entry: LedgerEntry, row: LedgerCells, columns: DistrictColumns, run: HandIn): boolean {
  const read = changesIn(entry, row, columns, run)
  return !read.ok || Object.keys(read.changes.fields).length > 0 || read.changes.destination !== undefined
}

/** Columns that a district doesn't write and that say something else than the ledger. */
function foreign({ row, standing }: HandedRow, exported: Exported): RowRefusal[] {
  const differs = OUR_FIELDS.filter(field => row[field] !== standing[field])
  if (differs.length === 0) return [{ field: 'check', reason: NO_CHECK }]
  // what has not gone on since the export can only have been written into the table
  const isWritten = exported.ours(standing)
  return differs.map(field => ({
    field,
    reason: isWritten ? NOT_YOURS[ownerOf(field) as keyof typeof NOT_YOURS] : MAYBE_STALE,
  }))
}

function changedBy(entry: LedgerEntry, changes: DistrictChanges, run: HandIn): Handed {
  const { fields, what, destination } = changes
  const note = isNoted(entry, changes.note) ? '' : changes.note
  const line = noteOf(run, note)
  let changed = entry
  if (destination) {
    const decided = recorded(entry, destination, line, run)
    if (decided.outcome === 'refused') return refused({ field: 'destination', reason: decided.refusal.message })
    changed = decided.entry
  }
  if (Object.keys(fields).length > 0)
    changed = nextVersion(changed, { ...fields, ...dueAfter(changed, fields, run) }, line, what.join('；'))
  else if (changed === entry && note !== '') changed = nextVersion(entry, {}, line, '区里加了备注')
  if (changed === entry) return { outcome: 'same' }
  return fits(changed) ? { outcome: 'changed', entry: changed } : refused({ field: 'no', reason: FULL })
}

/** The same table handed in again, under another batch even, notes nothing twice. */
const isNoted = ({ history }: LedgerEntry, note: string): boolean =>
  note !== '' && history.some(({ source, why }) => source === 'import' && why.endsWith(afterBatch(note)))

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
