import { DESTINATIONS, VERIFICATION_METHOD_NAMES } from '../../src/domain/destination'
import {
  isListed,
  listFactsOf,
  saidOn,
  type ComparisonSource,
  type ComparisonTrace,
  type LedgerEntry,
} from '../../src/domain/ledger'
import type { EducationInput } from '../../src/domain/registration'
import { beijingDate, chineseDate } from '../../src/domain/time'
import type { Keys } from '../kernel/crypto'
import { openFact } from '../kernel/sealing'
import { section, type Row, type Section } from './copySection'
import { districtName } from './data'

const SOURCES: Record<ComparisonSource, string> = {
  publicSecurity: '公安',
  civilAffairs: '民政',
  disability: '残联',
  socialInsurance: '社保',
}

const RESULTS: Record<ComparisonTrace['result'], string> = {
  agrees: '对上了',
  nameDiffers: '姓名不一致',
  listed: '名单上有',
  insured: '在参保',
  notInsured: '没有参保',
  deceased: '要核对',
}

/** What lists and departments said: shown at `verified` only, since it may tell somebody else about the person. */
export function fromOthers(
  entry: LedgerEntry,
  keys: Keys,
  educationRows: (education: EducationInput) => Row[],
): Section[] {
  const { roster, youthList, destination, compared = {}, assignedDistrict, sealed } = entry
  const [listed] = listFactsOf(entry)
  const rows: Row[] = [
    ['名单', isListed(entry) ? '名单上有你' : undefined],
    ['名单上的手机号', openFact(keys, entry, 'rosterPhone')],
    ...(listed ? educationRows(listed.education).map(([name, value]): Row => [`名单上的${name}`, value]) : []),
    ['毕业生名单的日期', roster && chineseDate(saidOn(roster))],
    ['登记失业青年名单的日期', youthList && chineseDate(saidOn(youthList))],
    ['名单分到的区', assignedDistrict && districtName(assignedDistrict)],
    [
      '毕业去向',
      destination && `${DESTINATIONS[destination.code].name}（${VERIFICATION_METHOD_NAMES[destination.method]}）`,
    ],
    ...Object.entries(compared).map(([from, trace]): Row => [
      `${SOURCES[from as ComparisonSource]}核对`,
      `${chineseDate(beijingDate(new Date(trace.at)))}：${RESULTS[trace.result]}`,
    ]),
    ['部门认定的困难情况', sealed.certified && '有，具体是哪一类问经办区'],
    ['去向的工作单位', sealed.employer && '有，具体名称问经办区'],
  ]
  return [section('名单和部门给的', rows)]
}
