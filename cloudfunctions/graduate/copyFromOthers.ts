import { SOURCE_NAMES } from '../../src/domain/comparison'
import { DESTINATIONS, VERIFICATION_METHOD_NAMES } from '../../src/domain/destination'
import {
  isListed,
  listFactsOf,
  PREPARATION_NAMES,
  saidOn,
  type ComparisonSource,
  type ComparisonTrace,
  type DestinationRecord,
  type LedgerEntry,
  type PreparationRecord,
} from '../../src/domain/ledger'
import { HARDSHIP_NAMES } from '../../src/domain/person'
import type { EducationInput } from '../../src/domain/registration'
import { beijingDate, chineseDate } from '../../src/domain/time'
import type { Keys } from '../kernel/crypto'
import { openCertified, openFact } from '../kernel/sealing'
import { section, type Row, type Section } from './copySection'
import { districtName } from './data'

const RESULTS: Record<ComparisonTrace['result'], string> = {
  agrees: '对上了',
  nameDiffers: '姓名不一致',
  listed: '名单上有',
  insured: '在参保',
  notInsured: '没有参保',
  deceased: '要核对',
}

const day = (instant: string): string => chineseDate(beijingDate(new Date(instant)))

/** What lists and departments said: shown at `verified` only, since it may tell somebody else about the person. */
export function fromOthers(
  entry: LedgerEntry,
  keys: Keys,
  educationRows: (education: EducationInput) => Row[],
): Section[] {
  const { roster, youthList, compared = {}, assignedDistrict, street } = entry
  const [listed] = listFactsOf(entry)
  const rows: Row[] = [
    ['名单', isListed(entry) ? '名单上有你' : undefined],
    ['名单上的手机号', openFact(keys, entry, 'rosterPhone')],
    ...(listed ? educationRows(listed.education).map(([name, value]): Row => [`名单上的${name}`, value]) : []),
    ['毕业生名单的日期', roster && chineseDate(saidOn(roster))],
    ['登记失业青年名单的日期', youthList && chineseDate(saidOn(youthList))],
    ['名单分到的区', assignedDistrict && districtName(assignedDistrict)],
    ['区里记的街道', street],
    ...Object.entries(compared).map(([from, trace]): Row => [
      `${SOURCE_NAMES[from as ComparisonSource]}核对`,
      `${day(trace.at)}：${RESULTS[trace.result]}`,
    ]),
    ...openCertified(keys, entry).map(({ hardship, source: by, asOf }): Row => [
      '部门认定的困难情况',
      `${HARDSHIP_NAMES[hardship]}（${SOURCE_NAMES[by]}，${chineseDate(asOf)}的名单）`,
    ]),
  ]
  return [section('名单和部门给的', rows), whereTheyWent(entry, keys)]
}

/** The destination and the preparation for work as they stand, and what stood there before, newest first. */
function whereTheyWent(entry: LedgerEntry, keys: Keys): Section {
  const { destination, formerDestinations = [], preparation, formerPreparations = [] } = entry
  return section('毕业去向', [
    ['毕业去向', destination && destinationText(destination)],
    ...employerRows(openFact(keys, entry, 'employer')),
    ...[...formerDestinations]
      .reverse()
      .map((former): Row => ['以前记的去向', `${destinationText(former)}；记到${day(former.replacedAt)}`]),
    ['就业准备活动', preparation && preparationText(preparation)],
    ...[...formerPreparations]
      .reverse()
      .map((former): Row => ['以前记的准备活动', `${preparationText(former)}；记到${day(former.replacedAt)}`]),
  ])
}

const destinationText = ({ code, method, since, recordedAt }: DestinationRecord): string =>
  [
    `${DESTINATIONS[code].name}（${VERIFICATION_METHOD_NAMES[method]}）`,
    since && `从${chineseDate(since)}起`,
    `${day(recordedAt)}记下`,
  ]
    .filter(Boolean)
    .join('；')

const preparationText = ({ kind, since, until }: PreparationRecord): string =>
  `${PREPARATION_NAMES[kind]}，从${chineseDate(since)}${until ? `到${chineseDate(until)}` : '起'}`

function employerRows(text: string | undefined): Row[] {
  if (text === undefined) return []
  const { employer, employerCode } = JSON.parse(text) as { employer?: string; employerCode?: string }
  return [
    ['工作单位', employer],
    ['单位的统一社会信用代码', employerCode],
  ]
}
