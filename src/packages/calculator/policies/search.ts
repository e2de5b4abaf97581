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

/** What people call a thing, and what it is called in the rules. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  五险一金: '社保',
  五险: '社保',
  实习: '见习',
  辞职: '自己辞',
  离职: '自己辞',
  被裁: '不是自己',
  裁员: '不是自己',
  房租: '场地',
  待业: '没有工作',
  无业: '没有工作',
  开公司: '办公司',
  当兵: '参军',
}

/** Each word with what it may stand for. */
const termsOf = (query: string): string[][] =>
  query
    .split(/[\s,，、。；;]+/)
    .map(plainly)
    .filter(Boolean)
    .map(term => [term, ...(ALSO_CALLED[term] ? [ALSO_CALLED[term]] : [])])

const HAN = /^\p{Script=Han}+$/u

/** How many letters of a term stand in a name, in their order, whatever stands between them. */
function inOrder(term: string, name: string): number {
  // the longest common subsequence, a row of its table at a time
  let row = Array.from({ length: name.length + 1 }, () => 0)
  for (const letter of term) {
    const above = row
    row = [0]
    for (let at = 0; at < name.length; at += 1)
      row.push(name[at] === letter ? above[at]! + 1 : Math.max(row[at]!, above[at + 1]!))
  }
  return row.at(-1)!
}

/** 失业金, 社保补贴: one leaves letters out of a long name, and keeps their order. */
const shortFor = (term: string, { plain, official }: Listed): boolean =>
  term.length > 1 && HAN.test(term) && [plain, official].some(name => inOrder(term, plainly(name)) === term.length)

const passes = ({ payee, when }: Listed, { payees, whens }: Filters): boolean =>
  (payees.length === 0 || payees.includes(payee)) && (whens.length === 0 || whens.includes(when))

/**
 * What has all the words that were typed, in its names, its line or what it asks for, and passes the filters; in the list's
 * order. A name is also found by its short form.
 */
export function findPolicies(list: readonly Listed[], query: string, filters: Filters): Hit[] {
  const terms = termsOf(query)
  return list.flatMap(policy => {
    if (!passes(policy, filters)) return []
    const called = policy.called.map(plainly)
    const needs = policy.needs.map(need => ({ need, plain: plainly(need) }))
    const isCalled = (term: string) => called.some(text => text.includes(term)) || shortFor(term, policy)
    const elsewhere = terms.filter(said => !said.some(isCalled))
    const found = elsewhere.map(said => needs.find(({ plain }) => said.some(term => plain.includes(term)))?.need)
    if (found.includes(undefined)) return []
    return [{ policy, ...(found[0] ? { because: found[0] } : {}) }]
  })
}

/** So much of what was typed has to stand in a name: one letter in three may be wrong. */
const ENOUGH = 2 / 3
const MOST_NEAR = 3

/** What may be meant where nothing was found: names with most of the letters that were typed, the nearest first. */
export function nearPolicies(list: readonly Listed[], query: string, filters: Filters): Listed[] {
  const typed = plainly(query)
  if (typed.length < 3 || !HAN.test(typed)) return []
  return list
    .filter(policy => passes(policy, filters))
    .map(policy => ({
      policy,
      share: Math.max(...[policy.plain, policy.official].map(name => inOrder(typed, plainly(name)))) / typed.length,
    }))
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_NEAR)
    .map(({ policy }) => policy)
}
