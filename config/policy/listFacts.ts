import type { FactRule, FactText } from '../../src/domain/policy'
import type { BuiltBook } from './bookFiles'

export interface ListedFact extends Omit<FactRule, 'options'>, Omit<FactText, 'options'> {
  options?: { value: string; label: string; note?: string }[]
}

/** Every fact a facts file may hold, with its type, unit, options and question. */
export const listFacts = ({ rules, texts }: BuiltBook): ListedFact[] =>
  rules.facts.map(({ options, ...rule }) => {
    const { options: labels, ...text } = texts.facts[rule.id]!
    return {
      ...rule,
      ...text,
      ...(options ? { options: options.map(value => ({ value, ...labels![value]! })) } : {}),
    }
  })

const UNITS = { fen: '分', permille: '1/1000', months: 'months', years: 'years', people: 'people' }

function typeWords({ type, unit, from, to }: ListedFact): string {
  const range = from === undefined && to === undefined ? '' : ` ${from ?? '…'}–${to ?? '…'}`
  const inUnit = unit ?? (type === 'money' ? 'fen' : undefined)
  return `${type}${inUnit ? `, ${UNITS[inUnit]}` : ''}${range}`
}

/** The same for a person at a terminal. */
export const factsText = (book: BuiltBook): string =>
  listFacts(book)
    .flatMap(fact => [
      `${fact.id} (${typeWords(fact)}) ${fact.question}${fact.sensitive ? ' [sensitive]' : ''}`,
      ...(fact.options ?? []).map(({ value, label, note }) => `    ${value}: ${label}${note ? `，${note}` : ''}`),
      ...(fact.onlyIf ? [`    only if ${JSON.stringify(fact.onlyIf)}`] : []),
      '',
    ])
    .join('\n')
