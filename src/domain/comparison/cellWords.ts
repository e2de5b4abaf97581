import type { Hardship } from '../person'
import { plain, type CellValue } from '../roster'

const AID: Record<string, Hardship> = {
  低保: 'minimumLiving',
  城市低保: 'minimumLiving',
  农村低保: 'minimumLiving',
  城乡低保: 'minimumLiving',
  低保家庭: 'minimumLiving',
  最低生活保障: 'minimumLiving',
  特困: 'extremePoverty',
  特困供养: 'extremePoverty',
  特困人员: 'extremePoverty',
  五保: 'extremePoverty',
  农村五保: 'extremePoverty',
  低收入: 'lowIncome',
  低收入家庭: 'lowIncome',
  孤儿: 'orphan',
  事实无人抚养: 'orphan',
  事实无人抚养儿童: 'orphan',
}

const UNKNOWN_AID = '不认识的救助类别，请写低保、特困、低收入、孤儿中的一种，几种用顿号隔开'

/** 救助类别 of the civil affairs' list (domain facts §4), one or several in a cell. */
export function aidIn(cell: string): CellValue<Hardship[]> {
  const words = plain(cell)
    .split(/[、,;/]/)
    .filter(word => word !== '')
  if (words.length === 0) return { ok: false, reason: '没有救助类别，请补上' }
  const known = words.flatMap(word => AID[word] ?? [])
  if (known.length < words.length) return { ok: false, reason: UNKNOWN_AID }
  return { ok: true, value: [...new Set(known)] }
}

const INSURED = /^(正常|正常参保|参保|参保缴费|正常缴费|在保|在职|1|是)$/
const NOT_INSURED = /^(停保|停缴|暂停缴费|未参保|中断|中断缴费|离职|终止参保|终止缴费|断缴|0|2|3|否)$/

/** 参保状态: whether an employer insures the person. Who pays for themselves (灵活就业参保) has no employer: refused, not guessed. */
export function insuredIn(cell: string): CellValue<boolean> {
  const text = plain(cell)
  if (INSURED.test(text)) return { ok: true, value: true }
  if (NOT_INSURED.test(text)) return { ok: true, value: false }
  return { ok: false, reason: text ? '不认识的参保状态，请写参保、停保或未参保' : '没有参保状态，请补上' }
}

const DEAD = /^(是|死亡|已死亡|1)$/
const ALIVE = /^(否|正常|健在|存活|在世|0)$/

/** 是否死亡; an empty cell says nothing. */
export function diedIn(cell: string): CellValue<boolean> {
  const text = plain(cell)
  if (text === '') return { ok: true }
  if (DEAD.test(text)) return { ok: true, value: true }
  if (ALIVE.test(text)) return { ok: true, value: false }
  return { ok: false, reason: '看不出是不是死亡，请写是或否' }
}
