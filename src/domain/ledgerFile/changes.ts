import {
  DESTINATIONS,
  destinationGroup,
  EVIDENCE,
  EVIDENCE_KEYS,
  TRAINEESHIP_IS_NONE,
  type DestinationCode,
  type Evidence,
  type HandCode,
} from '../destination'
import {
  contactStateWith,
  PREPARATION_NAMES,
  servedOf,
  type ContactRecord,
  type LedgerEntry,
  type PreparationRecord,
  type ServiceRecord,
} from '../ledger'
import { tellsNumber } from '../person'
import { dayIn, destinationIn } from '../roster'
import type { BeijingDate } from '../time'
import type { LedgerCells, LedgerField } from './columns'
import type { RowRefusal } from './readRow'
import { contactsIn, servicesIn } from './records'
import type { HandIn } from './handIn'

/** What a district wants changed in one entry. */
export interface DistrictChanges {
  fields: Partial<LedgerEntry>
  /** In words, one for each change of `fields`. */
  what: string[]
  destination?: { code: HandCode; since?: BeijingDate; evidence: Evidence }
  note: string
}

type Read = { ok: true; changes: DistrictChanges } | { ok: false; refusals: RowRefusal[] }
type Refuse = (field: LedgerField, reason: string) => undefined

const LONGEST_STREET = 40
const LONGEST_NOTE = 100
/** Seven digits in a row are a landline's or a document's number. */
const tellsSomebody = (text: string): boolean => tellsNumber(text) || /\d{7,}/.test(text.normalize('NFKC'))

/** A district's columns: those it touched, and those that the ledger has changed since the export. */
export interface DistrictColumns {
  touched: ReadonlySet<LedgerField>
  goneOn: ReadonlySet<LedgerField>
}

/** Reads the district's own columns of a row, those that were touched. All that is wrong is named at once. */
export function changesIn(
  entry: LedgerEntry,
  row: LedgerCells,
  { touched, goneOn }: DistrictColumns,
  run: HandIn,
): Read {
  const refusals: RowRefusal[] = []
  const refuse: Refuse = (field, reason) => void refusals.push({ field, reason }) as undefined
  const changes: DistrictChanges = { fields: {}, what: [], note: '' }
  const { fields, what } = changes
  if (touched.has('street')) {
    const street = streetIn(row.street, refuse)
    if (street !== undefined) {
      fields.street = street
      what.push(`街道记为“${street}”`)
    }
  }
  const records = (field: LedgerField) => ({ latest: run.asOf, by: `operator:${run.by}`, goneOn: goneOn.has(field) })
  if (touched.has('contacts')) {
    const read = contactsIn(row.contacts, entry.contacts ?? [], records('contacts'))
    if (!read.ok) refuse('contacts', read.reason)
    else if (read.added.length > 0) addContacts(entry, read.added, run, changes)
  }
  if (touched.has('services')) {
    const read = servicesIn(row.services, entry.services ?? [], records('services'))
    if (!read.ok) refuse('services', read.reason)
    else if (read.added.length > 0) addServices(entry, read.added, changes)
  }
  if (touched.has('destination') || touched.has('destinationOn') || touched.has('evidence')) {
    const destination = destinationOf(entry, row, run, refuse)
    if (destination) changes.destination = destination
  }
  if (touched.has('preparation') || touched.has('preparationFrom') || touched.has('preparationTo')) {
    const preparation = preparationOf(row, run, refuse)
    if (preparation) {
      fields.preparation = preparation
      const { kind, since, until } = preparation
      what.push(`就业准备活动：${PREPARATION_NAMES[kind]}，${since} 起${until ? `到 ${until}` : ''}`)
    }
  }
  if (touched.has('note')) changes.note = noteIn(row.note, refuse)
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes }
}

function streetIn(text: string, refuse: Refuse): string | undefined {
  if (text === '') return refuse('street', '街道不能清空，填新的街道')
  if (Array.from(text).length > LONGEST_STREET)
    return refuse('street', `太长了，${LONGEST_STREET} 个字以内，只写街道或乡镇`)
  return tellsSomebody(text) ? refuse('street', '只写街道或乡镇，不写门牌、电话和证件号码') : text
}

function noteIn(text: string, refuse: Refuse): string {
  if (Array.from(text).length > LONGEST_NOTE) refuse('note', `太长了，${LONGEST_NOTE} 个字以内`)
  else if (tellsSomebody(text)) refuse('note', '备注里不要写电话和证件号码')
  return text
}

function addContacts(entry: LedgerEntry, added: ContactRecord[], run: HandIn, { fields, what }: DistrictChanges) {
  const contacts = [...(entry.contacts ?? []), ...added]
  fields.contacts = contacts
  fields.contactState = contactStateWith(entry.contactState, contacts, run.campaign.deadlines.contactAttempts.value)
  what.push(`添了 ${added.length} 条联系记录`)
}

function addServices(entry: LedgerEntry, added: ServiceRecord[], { fields, what }: DistrictChanges) {
  fields.services = [...(entry.services ?? []), ...added]
  fields.served = entry.served | servedOf(fields.services)
  what.push(`添了 ${added.length} 条服务记录`)
}

const EVIDENCE_BY_NAME = new Map(EVIDENCE_KEYS.map(key => [EVIDENCE[key].name as string, key]))

function pastDay(row: LedgerCells, field: LedgerField, run: HandIn, refuse: Refuse): BeijingDate | undefined {
  const day = dayIn(row[field])
  if (!day.ok) return refuse(field, day.reason)
  return day.value !== undefined && day.value > run.asOf
    ? refuse(field, '在交回的日期之后。还没到的事，到了再记')
    : day.value
}

function destinationOf(
  entry: LedgerEntry,
  row: LedgerCells,
  run: HandIn,
  refuse: Refuse,
): DistrictChanges['destination'] | undefined {
  const code = codeOf(entry, row.destination, refuse)
  const since = pastDay(row, 'destinationOn', run, refuse)
  if (code === undefined) return undefined
  // nothing known before and still without work
  if (destinationGroup(code) === 'unemployed' && !entry.destination) return undefined
  if (/见习|实习/.test(row.evidence)) return refuse('evidence', TRAINEESHIP_IS_NONE)
  const evidence = EVIDENCE_BY_NAME.get(row.evidence)
  if (evidence === undefined)
    return refuse('evidence', `写上凭什么知道的，从这些里选：${[...EVIDENCE_BY_NAME.keys()].join('、')}`)
  const before = entry.destination
  if (before?.code === code && before.since === since && before.evidence === evidence) return undefined
  return { code, evidence, ...(since ? { since } : {}) }
}

function codeOf(entry: LedgerEntry, cell: string, refuse: Refuse): HandCode | undefined {
  const before = entry.destination?.code
  if (cell === '')
    return before
      ? refuse('destination', '去向不能清空。没有工作了，填“待就业”')
      : refuse('destination', '先填毕业去向，再填时间和凭据')
  if (before === 'SI' && cell === DESTINATIONS.SI.name) return refuse('destination', '这是社保比对出来的去向，不能改')
  const read = destinationIn(cell)
  if (!read.ok) return refuse('destination', read.reason)
  return read.value as Exclude<DestinationCode, 'SI'>
}

const PREPARATION_KINDS = new Map(
  (Object.keys(PREPARATION_NAMES) as PreparationRecord['kind'][]).map(kind => [PREPARATION_NAMES[kind], kind]),
)

function preparationOf(row: LedgerCells, run: HandIn, refuse: Refuse): PreparationRecord | undefined {
  if (row.preparation === '') return refuse('preparation', '就业准备活动不能清空。结束了，填结束日期')
  const kind = PREPARATION_KINDS.get(row.preparation)
  if (!kind) return refuse('preparation', `从这些里选：${[...PREPARATION_KINDS.keys()].join('、')}`)
  const since = pastDay(row, 'preparationFrom', run, refuse)
  if (since === undefined) return row.preparationFrom === '' ? refuse('preparationFrom', '填上从哪天开始') : undefined
  // an end may be planned
  const until = dayIn(row.preparationTo)
  if (!until.ok) return refuse('preparationTo', until.reason)
  if (until.value !== undefined && until.value < since) return refuse('preparationTo', '结束早于开始，请核对')
  return {
    kind,
    since,
    ...(until.value ? { until: until.value } : {}),
    recordedAt: run.at,
    recordedBy: `operator:${run.by}`,
  }
}
