import type { FactRule, Literal, Unit } from './book'
import { chineseDay, readDay } from './calendar'
import type { RulesOnDay } from './calculator'
import type { Answers } from './result'
import type { PolicyTexts } from './texts'

const PLACE = /\{(\w+)\}/g

/** Facts and parameters that a text has places for. */
export const placesIn = (template: string): string[] => [...template.matchAll(PLACE)].map(([, id]) => id!)

const COUNTED: Record<Exclude<Unit, 'fen' | 'permille'>, string> = { months: '个月', years: '年', people: '人' }

/** 10 万元, in 分: from here on nobody counts zeros. */
const BIG = 10_000_000
const TEN_THOUSAND_YUAN = 1_000_000

/** 分 as a person writes it: 2420 元, 909.47 元, 400 万元. */
export function sayFen(fen: number): string {
  if (fen >= BIG && fen % TEN_THOUSAND_YUAN === 0) return `${fen / TEN_THOUSAND_YUAN} 万元`
  const cents = Math.round(fen) % 100
  return `${cents === 0 ? Math.round(fen) / 100 : (fen / 100).toFixed(2)} 元`
}

/** A number with its unit: 7 个月, 2420 元, 16.3%. */
export function sayNumber(value: number, unit: Unit | undefined): string {
  if (unit === 'fen') return sayFen(value)
  if (unit === 'permille') return `${value / 10}%`
  return unit ? `${value} ${COUNTED[unit]}` : String(value)
}

function sayLiteral(id: string, value: Literal, fact: FactRule | undefined, texts: PolicyTexts): string {
  const label = (option: string): string => texts.facts[id]?.options?.[option]?.label ?? option
  if (typeof value === 'boolean') return value ? '是' : '不是'
  if (typeof value === 'number') return sayNumber(value, fact?.unit ?? (fact?.type === 'money' ? 'fen' : undefined))
  if (Array.isArray(value)) return value.length === 0 ? label('none') : value.map(label).join('、')
  const day = readDay(value as string)
  return Number.isNaN(day) ? label(value as string) : chineseDay(day)
}

/**
 * A text with what was said and what is in force in its places, written as a person writes it: 7 个月, 2420 元, 2024年7月1日.
 * What isn't known is 不知道.
 */
export function sayText(template: string, answers: Answers, texts: PolicyTexts, rules: RulesOnDay): string {
  return template.replace(PLACE, (_, id: string) => {
    const parameter = rules.parameter(id)
    if (parameter) return parameter.value === null ? '不知道' : sayNumber(parameter.value, parameter.unit)
    const value = rules.fact(id, answers)
    return value === null ? '不知道' : sayLiteral(id, value, rules.asked(id), texts)
  })
}
