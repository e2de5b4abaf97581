import { shownFrom, type LedgerEntry } from '../../src/domain/ledger'
import type { KeptCall } from '../kernel/procedure'
import type { AuditLine } from '../kernel/store'

const MOST_LOOKS = 50

const ROLE_NAMES: Record<NonNullable<AuditLine['role']>, string> = {
  self: '本人',
  operator: '市局经办人员',
  staff: '区工作人员',
  scheduler: '自动处理',
}

const FACT_NAMES: Record<string, string> = {
  name: '姓名',
  idNumber: '证件号码',
  phone: '手机号',
  hardships: '困难情况',
  rosterPhone: '名单上的手机号',
  certified: '部门认定的困难情况',
  employer: '工作单位',
  comparison: '部门比对的结果',
}

/** What lists and departments gave: that there is such a fact is told at `verified` only (DESIGN, settled 6). */
const FROM_OTHERS = ['rosterPhone', 'certified', 'employer', 'comparison']

const nameOf = (fact: string, assurance: LedgerEntry['assurance']): string =>
  (assurance === 'verified' || !FROM_OTHERS.includes(fact) ? FACT_NAMES[fact] : undefined) ?? '加密保存的信息'

/**
 * Who but the person has opened their sealed facts, by role; newest first. Until their identity is verified those since their
 * account came to hold the entry.
 */
export async function looksAt(entry: LedgerEntry, call: Pick<KeptCall, 'store'>) {
  const { _id, assurance } = entry
  const lines = await call.store.audit.looksAt(_id, MOST_LOOKS, shownFrom(entry)?.since)
  return lines.map(({ at, role, facts = [], reason }) => ({
    at,
    by: role ? ROLE_NAMES[role] : '工作人员',
    what: [...new Set(facts.map(fact => nameOf(fact, assurance)))].join('、'),
    why: reason,
  }))
}
