import type { District, DistrictKey } from '../district'
import type { ComparisonSource } from '../ledger'
import { normaliseName, parseIdentity, type Hardship, type IdType } from '../person'
import { dayIn, districtIn, idTypeIn, plain, spreadsheetDamage, type CellValue } from '../roster'
import type { BeijingDate } from '../time'
import type { ComparisonField } from './columns'

/** What a department says of one person, in its normal form. */
export interface ComparisonRow {
  idType: IdType
  idNumber: string
  name: string
  says:
    | { source: 'publicSecurity'; hukou: DistrictKey | 'outside'; diedOn?: BeijingDate }
    | { source: 'civilAffairs' | 'disability'; hardship: Hardship }
    | {
        source: 'socialInsurance'
        insured: boolean
        from?: BeijingDate
        until?: BeijingDate
        employer?: string
        employerCode?: string
      }
}
export interface ComparisonRefusal {
  field: ComparisonField
  reason: string
}
export type ReadComparison = { ok: true; row: ComparisonRow } | { ok: false; refusals: ComparisonRefusal[] }

const said = <T>(value: T): CellValue<T> => ({ ok: true, value })

const AID: Record<string, Hardship> = {
  低保: 'minimumLiving',
  城市低保: 'minimumLiving',
  农村低保: 'minimumLiving',
  城乡低保: 'minimumLiving',
  最低生活保障: 'minimumLiving',
  特困: 'extremePoverty',
  特困供养: 'extremePoverty',
  特困人员: 'extremePoverty',
  低收入: 'lowIncome',
  低收入家庭: 'lowIncome',
  孤儿: 'orphan',
  事实无人抚养: 'orphan',
  事实无人抚养儿童: 'orphan',
}

function aidIn(cell: string): CellValue<Hardship> {
  const text = plain(cell)
  const hardship = AID[text]
  if (hardship) return said(hardship)
  return { ok: false, reason: text ? '不认识的救助类别，请写低保、特困、低收入、孤儿中的一种' : '没有救助类别，请补上' }
}

const INSURED = /^(正常参保|参保|参保缴费|正常缴费|在保|在职|1|是)$/
const NOT_INSURED = /^(停保|停缴|暂停缴费|未参保|中断|中断缴费|离职|终止参保|0|2|否)$/

function insuredIn(cell: string): CellValue<boolean> {
  const text = plain(cell)
  if (INSURED.test(text)) return said(true)
  if (NOT_INSURED.test(text)) return said(false)
  return { ok: false, reason: text ? '不认识的参保状态，请写参保、停保或未参保' : '没有参保状态，请补上' }
}

/** Reads one row of a department's list; all that is wrong is named at once, and never with the value itself. */
export function readComparison(
  cell: (field: ComparisonField) => string,
  context: { source: ComparisonSource; districts: readonly District[]; asOf: BeijingDate },
): ReadComparison {
  const refusals: ComparisonRefusal[] = []
  const refuse = (field: ComparisonField, reason: string) => void refusals.push({ field, reason })
  const take = <T>(field: ComparisonField, read: (text: string) => CellValue<T>): T | undefined => {
    const value = read(cell(field))
    if (value.ok) return value.value
    refuse(field, value.reason)
    return undefined
  }
  const raw = cell('idNumber')
  const idType = take('idType', idTypeIn) ?? (/^8[123]0000/.test(plain(raw)) ? '04' : '01')
  const identity = parseIdentity(idType, raw, context.asOf)
  if (plain(raw) === '') refuse('idNumber', '没有证件号码，请补上')
  else if (!identity.ok) refuse('idNumber', spreadsheetDamage(raw) ?? identity.message)
  const name = normaliseName(cell('name'), idType)
  if (!name.ok) refuse('name', name.message)
  const says = sayingOf(take, cell, refuse, context)
  if (refusals.length > 0 || !identity.ok || !name.ok || !says) return { ok: false, refusals }
  return { ok: true, row: { idType, idNumber: identity.number, name: name.value, says } }
}

function sayingOf(
  take: <T>(field: ComparisonField, read: (text: string) => CellValue<T>) => T | undefined,
  cell: (field: ComparisonField) => string,
  refuse: (field: ComparisonField, reason: string) => void,
  { source, districts, asOf }: { source: ComparisonSource; districts: readonly District[]; asOf: BeijingDate },
): ComparisonRow['says'] | undefined {
  switch (source) {
    case 'publicSecurity': {
      const hukou = take('hukou', text => districtIn(text, districts))
      const diedOn = take('diedOn', dayIn)
      if (hukou === undefined && plain(cell('hukou')) === '') refuse('hukou', '没有户籍地，请补上')
      if (diedOn && diedOn > asOf) refuse('diedOn', '日期在名单日期之后，请核对')
      return hukou && { source, hukou, ...(diedOn ? { diedOn } : {}) }
    }
    case 'civilAffairs': {
      const hardship = take('category', aidIn)
      return hardship && { source, hardship }
    }
    case 'disability':
      return { source, hardship: 'disability' }
    case 'socialInsurance': {
      const insured = take('state', insuredIn)
      const from = take('from', dayIn)
      const until = take('until', dayIn)
      if (from && until && until < from) refuse('until', '停保日期早于参保日期，请核对')
      const employer = cell('employer').trim().slice(0, 100)
      const employerCode = plain(cell('employerCode')).toUpperCase()
      if (insured === undefined) return undefined
      return {
        source,
        insured,
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
        ...(employer ? { employer } : {}),
        ...(employerCode ? { employerCode } : {}),
      }
    }
  }
}
