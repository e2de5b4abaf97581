import {
  mentionsOf,
  sayNumber,
  sourceOfVersion,
  type Confidence,
  type Parameter,
  type PolicySource,
  type PolicyTexts,
  type PolicyVersion,
  type RuleBook,
  type Unit,
} from '../../../domain/policy'
import { chineseDate, type BeijingDate } from '../../../domain/time'

/** A dated constant an amount is made of, as it stands on the day. */
export interface InForce {
  id: string
  name: string
  /** One line; with tiers one a tier. Where nobody here knows it, it says so. */
  values: readonly string[]
  confidence: Confidence
  /** 2023年9月1日起, 2023年9月1日到2025年8月31日. */
  period: string
  source: PolicySource
}

type Texts = Pick<PolicyTexts, 'parameters'>

/** The constants that what is paid, and for how long, rests on, in the rule's order; those without a version on the day are left out. */
export function parametersInForce(
  book: Pick<RuleBook, 'derived' | 'parameters'>,
  { parameters: texts }: Texts,
  version: Pick<PolicyVersion, 'pays' | 'months'>,
  day: BeijingDate,
): InForce[] {
  const { parameters } = mentionsOf(book, version.pays, version.months)
  return [...parameters].flatMap(id => {
    const inForce = book.parameters
      .find(parameter => parameter.id === id)
      ?.versions.find(({ from, to }) => from <= day && (!to || day <= to))
    const text = texts[id]
    if (!inForce || !text) return []
    const { unit } = book.parameters.find(parameter => parameter.id === id)!
    return [
      {
        id,
        name: text.name,
        values: valuesOf(inForce.value, unit),
        confidence: inForce.confidence,
        period: inForce.to
          ? `${chineseDate(inForce.from)}到${chineseDate(inForce.to)}`
          : `${chineseDate(inForce.from)}起`,
        source: sourceOfVersion(text, inForce.from),
      },
    ]
  })
}

function valuesOf(value: Parameter['versions'][number]['value'], unit: Unit): string[] {
  if (value === null) return ['这个数还没核实']
  if (typeof value === 'number') return [sayNumber(value, unit)]
  return value.map(({ from, value: of }, at) => {
    const next = value[at + 1]?.from
    return `满 ${sayMonths(from)}${next === undefined ? '' : `不到 ${sayMonths(next)}`}：${sayNumber(of, unit)}`
  })
}

/** Tiers go by months; whole years are said as years. */
const sayMonths = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`)
