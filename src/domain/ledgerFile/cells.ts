import { DESTINATIONS, EVIDENCE, VERIFICATION_METHOD_NAMES } from '../destination'
import type { DistrictKey } from '../district'
import { EDUCATION_LEVEL_NAMES } from '../education'
import {
  CONTACT_STATE_NAMES,
  dayOf,
  originOf,
  PREPARATION_NAMES,
  servicesDone,
  type LedgerEntry,
  type LedgerStatus,
  type Registration,
} from '../ledger'
import { ID_TYPE_NAMES, type IdType } from '../person'
import { REGISTRATION_STATUS_NAMES } from '../registration'
import { LEDGER_FIELDS, type LedgerCells } from './columns'
import { contactsText, servicesText } from './records'

/** The part of an entry that its row is made of. */
export const ROW_FIELDS = [
  '_id',
  'idKey',
  'no',
  'sealed',
  'source',
  'handlingDistrict',
  'assignedDistrict',
  'street',
  'category',
  'cohort',
  'status',
  'contactState',
  'served',
  'bornOn',
  'education',
  'intention',
  'roster',
  'youthList',
  'compared',
  'destination',
  'preparation',
  'registrations',
  'contacts',
  'services',
  'erased',
  'createdAt',
] as const satisfies readonly (keyof LedgerEntry)[]
export type RowEntry = Pick<LedgerEntry, (typeof ROW_FIELDS)[number]>

/** What of the sealed facts is shown: masked, and the sex by GB/T 2261.1. */
export interface MaskedFacts {
  name: string
  idNumber: string
  phone: string
  sex?: 'male' | 'female'
}

/** Names that stand in data files. */
export interface RowNames {
  districtName: (key: DistrictKey) => string
  /** GB/T 2260; undefined where the unit has none. */
  districtCode: (key: DistrictKey) => string | undefined
  categoryName: (id: string) => string | undefined
}

const STATUSES: Record<LedgerStatus, string> = { open: '在册', closed: '已结束' }

/** The newest registration of a kind. */
const newest = ({ registrations }: RowEntry, kind: Registration['kind']): Registration | undefined =>
  registrations.filter(registration => registration.kind === kind).at(-1)

/** How many of the 1131's six are done; nothing that a spreadsheet takes for a date, as it does 4/6. */
const progress = (served: number): string => `${servicesDone(served)}次（共6次）`

function hukouOf({ compared }: RowEntry, { districtName, districtCode }: RowNames): string {
  const hukou = compared?.publicSecurity?.hukou
  if (hukou === undefined) return ''
  return hukou === 'outside' ? '外省市' : (districtCode(hukou) ?? districtName(hukou))
}

/** An entry's row: what stands of it in a district's table, the check code left empty. */
export function rowOf(entry: RowEntry, masked: MaskedFacts, names: RowNames): LedgerCells {
  const { education, destination, preparation, intention } = entry
  const jobSeeking = newest(entry, 'jobSeeking')
  const unemployment = newest(entry, 'unemployment')
  const day = (instant: string | undefined) => (instant === undefined ? '' : dayOf(instant))
  const cells: LedgerCells = {
    no: entry.no,
    name: masked.name,
    idType: ID_TYPE_NAMES[entry.sealed.idType as IdType] ?? '',
    idNumber: masked.idNumber,
    sex: masked.sex === undefined ? '' : masked.sex === 'male' ? '1 男' : '2 女',
    bornOn: entry.bornOn ?? '',
    phone: masked.phone,
    hukou: hukouOf(entry, names),
    level: education.level,
    levelName: EDUCATION_LEVEL_NAMES[education.level],
    school: education.school ?? '',
    graduatedOn: education.graduatedOn ?? '',
    major: education.major ?? '',
    origin: originOf(entry) ?? '',
    cohort: entry.cohort === undefined ? '' : String(entry.cohort),
    category: names.categoryName(entry.category) ?? '普通求职人员',
    status: STATUSES[entry.status],
    district: entry.handlingDistrict ? names.districtName(entry.handlingDistrict) : '',
    assignedDistrict: entry.assignedDistrict ? names.districtName(entry.assignedDistrict) : '',
    wish: intention === undefined ? '' : intention.wantsWork ? '想找' : '现在不找',
    jobSeekingOn: day(jobSeeking?.filedAt),
    unemploymentOn: unemployment?.effectiveFrom ?? day(unemployment?.filedAt),
    unemploymentState: unemployment ? REGISTRATION_STATUS_NAMES[unemployment.status] : '',
    unemploymentEndedOn: day(unemployment?.endedAt),
    contactState: CONTACT_STATE_NAMES[entry.contactState],
    served: progress(entry.served),
    method: destination ? VERIFICATION_METHOD_NAMES[destination.method] : '',
    street: entry.street ?? '',
    contacts: contactsText(entry.contacts),
    services: servicesText(entry.services),
    destination: destination ? DESTINATIONS[destination.code].name : '',
    destinationOn: destination?.since ?? '',
    evidence: destination?.evidence ? EVIDENCE[destination.evidence].name : '',
    preparation: preparation ? PREPARATION_NAMES[preparation.kind] : '',
    preparationFrom: preparation?.since ?? '',
    preparationTo: preparation?.until ?? '',
    note: '',
    check: '',
  }
  return normalised(cells)
}

/** As a spreadsheet gives a cell back: line ends alike, nothing around the text. */
export const plainCell = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

export const normalised = (cells: LedgerCells): LedgerCells =>
  Object.fromEntries(LEDGER_FIELDS.map(field => [field, plainCell(cells[field])])) as LedgerCells
