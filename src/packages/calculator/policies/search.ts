import type { Listed, When } from './listing'
import type { Payee } from '../../../domain/policy'

/** Filters of one kind widen each other, those of two kinds narrow each other; none is on at first. */
export interface Filters {
  payees: readonly Payee[]
  whens: readonly When[]
}

export interface Hit {
  policy: Listed
  /** What it asks for, where the words that were searched stand there alone. */
  because?: string
}

/** Letters and digits as one searches them: case, width and punctuation don't count. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

const termsOf = (query: string): string[] =>
  query
    .split(/[\s,，、。；;]+/)
    .map(plainly)
    .filter(Boolean)

/** What has all the words that were typed, in its names, its line or what it asks for, and passes the filters; in the list's order. */
export function findPolicies(list: readonly Listed[], query: string, { payees, whens }: Filters): Hit[] {
  const terms = termsOf(query)
  return list.flatMap(policy => {
    if (payees.length > 0 && !payees.includes(policy.payee)) return []
    if (whens.length > 0 && !whens.includes(policy.when)) return []
    const called = plainly(policy.called)
    const needs = policy.needs.map(need => ({ need, plain: plainly(need) }))
    const elsewhere = terms.filter(term => !called.includes(term))
    const found = elsewhere.map(term => needs.find(({ plain }) => plain.includes(term))?.need)
    if (found.includes(undefined)) return []
    return [{ policy, ...(found[0] ? { because: found[0] } : {}) }]
  })
}
