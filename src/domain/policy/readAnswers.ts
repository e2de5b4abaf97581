import type { FactRule, Literal, RuleBook } from './book'
import { readDay } from './calendar'
import type { Answers } from './result'

/** What can't be taken, and what to do about it. */
export interface AnswerFault {
  fact: string
  message: string
}

export type ReadAnswers = { answers: Answers } | { faults: AnswerFault[]; readable: Answers }

const UNITS = { months: '月', years: '年', people: '人', fen: '分', permille: '千分之几' }

/** Between which a number may be, in words. */
function range({ from, to, unit }: FactRule): string {
  const of = unit ? `（单位：${UNITS[unit]}）` : ''
  if (from !== undefined && to !== undefined) return ` ${from} 到 ${to} 之间的整数${of}`
  if (from !== undefined) return `不小于 ${from} 的整数${of}`
  return to === undefined ? `整数${of}` : `不大于 ${to} 的整数${of}`
}

const isIn = (options: readonly string[] | undefined, value: unknown): boolean => !!options?.includes(value as string)

/** What is wrong with an answer; undefined if nothing is. */
function faultOf(fact: FactRule, said: unknown): string | undefined {
  const { type, options, from = -Infinity, to = Infinity } = fact
  switch (type) {
    case 'boolean':
      return typeof said === 'boolean' ? undefined : '请答 true 或 false，不知道就写 null'
    case 'date':
      return typeof said === 'string' && !Number.isNaN(readDay(said)) ? undefined : '日期请写成 2024-07-01 这样'
    case 'count':
    case 'money':
      return Number.isInteger(said) && (said as number) >= from && (said as number) <= to
        ? undefined
        : `请填${range(fact)}`
    case 'choice':
      return isIn(options, said) ? undefined : `请从这些里选一个：${options?.join('、')}`
    case 'set':
      if (!Array.isArray(said) || !said.every(one => isIn(options, one)))
        return `请从这些里选，可以选几个，写成列表：${options?.join('、')}`
      return said.includes('none') && said.length > 1 ? '选了“都没有”，就不再选别的' : undefined
  }
}

/**
 * Answers from a file or from what a phone kept, which may be of an older book. Each fault says what to do; `readable` is the
 * rest.
 */
export function readAnswers(book: Pick<RuleBook, 'facts'>, input: unknown): ReadAnswers {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { faults: [{ fact: '', message: '请写成 {"事实": 答案} 这样的一组' }], readable: {} }
  const facts = new Map(book.facts.map(fact => [fact.id, fact]))
  const faults: AnswerFault[] = []
  const answers: Record<string, Literal | null> = {}
  for (const [id, said] of Object.entries(input)) {
    if (said === undefined) continue
    const fact = facts.get(id)
    const message = !fact ? '没有这一项，看看名字写对没有' : said === null ? undefined : faultOf(fact, said)
    if (message === undefined) answers[id] = said as Literal | null
    else faults.push({ fact: id, message })
  }
  return faults.length === 0 ? { answers } : { faults, readable: answers }
}
