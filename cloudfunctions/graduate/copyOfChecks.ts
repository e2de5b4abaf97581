import { SOURCE_NAMES } from '../../src/domain/comparison'
import type { Notice } from '../../src/domain/distribution'
import { shownFrom, type LedgerEntry } from '../../src/domain/ledger'
import { beijingDate, chineseDate } from '../../src/domain/time'
import type { ClientCall } from '../kernel/procedure'
import type { ConflictDocument } from '../kernel/store'
import { section, type Row, type Section } from './copySection'
import { districtName } from './data'

const day = (instant: string): string => chineseDate(beijingDate(new Date(instant)))

const CONFLICTS: Record<ConflictDocument['kind'], string> = {
  otherName: '同一个证件号码，名单上是另一个姓名',
  nameDiffers: '名单上的姓名和登记的不一样',
  deceased: '名单上的情况要核对',
  insuredButRegistered: '有单位在给你参保，登记还在册',
}

const DECISIONS: Record<NonNullable<ConflictDocument['decision']>, string> = {
  keepOurs: '核对过，登记没错',
  takeTheirs: '核对过，按名单改了',
  samePerson: '核对过，是你本人，只是写法不同',
}

const conflictRow = ({ source, kind, at, decision }: ConflictDocument): Row => [
  `${day(at)}，${SOURCE_NAMES[source]}`,
  `${CONFLICTS[kind]}。${decision ? DECISIONS[decision] : '还没有核对完'}`,
]

const noticeRow = ({ district, kind, other, at }: Notice): Row => [
  `${day(at)}通知${districtName(district)}`,
  kind === 'arrived' ? `你从${districtName(other)}来` : `你去了${districtName(other)}`,
]

/**
 * What is checked about the person, at `verified` only. Of a conflict where and how it came out, not the other side's words,
 * which may be another person's; of a finding that there is one: what is being looked into is told by who looks into it
 * (个人信息保护法 §35, §45).
 */
export async function checksOf(entry: LedgerEntry, { store }: ClientCall): Promise<Section[]> {
  const conflicts = await store.conflicts.of(entry._id)
  const findings = await store.findings.of(entry._id)
  const settled = findings.filter(({ state }) => state !== 'open').length
  const ask = `具体是什么，问${entry.handlingDistrict ? districtName(entry.handlingDistrict) : '经办区'}，或打 12333`
  return [
    section('核对过的', [
      ...conflicts.map(conflictRow),
      [
        '查数据时再看一眼的',
        findings.length > 0 ? `有 ${findings.length} 处，看完了 ${settled} 处。${ask}` : undefined,
      ],
    ]),
  ]
}

/** What two districts were told when the person moved from one to the other; until verified, under their own account. */
export async function noticesOf(entry: LedgerEntry, { store }: ClientCall): Promise<Section> {
  const since = shownFrom(entry)?.since ?? ''
  const notices = (await store.notices.about(entry._id)).filter(({ at }) => at >= since)
  return section('换经办区的通知', notices.map(noticeRow))
}
