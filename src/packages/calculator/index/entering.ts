import { readAnswers, type FactRule, type Literal, type RuleBook, type Unit } from '../../../domain/policy'

/** What stands in the page before it is taken. */
export interface Entered {
  /** Null is 不知道; undefined: nothing yet, or what is typed. */
  chosen?: Literal | null
  /** Of a number: as it was typed. */
  typed?: string
}

export const UNIT_NAMES: Record<Unit, string> = { months: '个月', years: '年', people: '人', fen: '元', permille: '‰' }

/** 不知道 for a set that holds nothing is said by its own option. */
export const NONE = 'none'

/** An answer that was given before, as it stands in the page. */
export function enteredOf({ type }: Pick<FactRule, 'type'>, answer: Literal | null | undefined): Entered {
  if (answer === undefined) return {}
  if (typeof answer !== 'number') return { chosen: answer }
  return { typed: type === 'money' ? String(answer / 100) : String(answer) }
}

/** One more of a set, or one less; that there is none stands alone. */
export function toggledIn(chosen: Entered['chosen'], value: string): string[] {
  const before = Array.isArray(chosen) ? (chosen as readonly string[]) : []
  if (before.includes(value)) return before.filter(one => one !== value)
  return value === NONE ? [NONE] : [...before.filter(one => one !== NONE), value]
}

const NOTHING: Record<FactRule['type'], string> = {
  boolean: '选一个再往下，不知道也行',
  choice: '选一个再往下，不知道也行',
  set: '至少选一个，不知道也行',
  date: '选哪一天，不知道也行',
  count: '写个数再往下，不知道也行',
  money: '写个数再往下，不知道也行',
}

const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s,，元]/g, '')

function valueOf({ type }: FactRule, { chosen, typed }: Entered): Literal | undefined | 'unreadable' {
  if (type !== 'count' && type !== 'money')
    return Array.isArray(chosen) && chosen.length === 0 ? undefined : (chosen ?? undefined)
  const text = plain(typed ?? '')
  if (text === '') return undefined
  if (type === 'count') return /^\d{1,6}$/.test(text) ? Number(text) : 'unreadable'
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 'unreadable'
}

/** The answer that stands in the page, or what to do about it. */
export function take(
  rule: FactRule,
  entered: Entered,
  rules: RuleBook,
): { value: Literal | null } | { problem: string } {
  if (entered.chosen === null) return { value: null }
  const value = valueOf(rule, entered)
  if (value === undefined) return { problem: NOTHING[rule.type] }
  if (value === 'unreadable') return { problem: unreadable(rule, entered.typed) }
  const read = readAnswers(rules, { [rule.id]: value })
  return 'faults' in read ? { problem: outOfRange(rule) } : { value }
}

/** What is wrong with what was typed, where it isn't taken for a number. */
function unreadable(rule: FactRule, typed = ''): string {
  const text = plain(typed)
  if (!/^[-+]?\d*\.?\d+$/.test(text)) return '只写数字，比如 12；不知道也行'
  if (/^\d+\.\d+$/.test(text))
    return rule.type === 'money' ? '小数点后最多写两位；不知道也行' : '写整数，比如 12；不知道也行'
  return outOfRange(rule)
}

/** Only a number can be typed so that it isn't taken. */
function outOfRange({ type, from = 0, to }: FactRule): string {
  const written = (value: number) => (type === 'money' ? value / 100 : value)
  return to === undefined ? `最小写 ${written(from)}` : `写 ${written(from)} 到 ${written(to)} 之间的数`
}
