import { readShortDay } from '../../../components/readDay'
import {
  standingOn,
  type Payee,
  type PolicyRule,
  type PolicyTexts,
  type RuleBook,
  type Standing,
} from '../../../domain/policy'
import { chineseDate, type BeijingDate } from '../../../domain/time'
import { paidTo } from '../says'

/**
 * `now`: can be had on the day; `soon`: it is said to come; `over`: no more, or under another name; `unsaid`: the rule of that
 * day isn't kept here, and may well have been another one.
 */
export type When = 'now' | 'soon' | 'over' | 'unsaid'

export interface PolicyTag {
  label: string
  kind: 'plain' | 'primary' | 'success' | 'warning' | 'info'
}

/** A policy as a line of the list. */
export interface Listed {
  id: string
  plain: string
  official: string
  summary: string
  payee: Payee
  when: When
  tags: readonly PolicyTag[]
  /** What it asks for and wants seen, to be searched and shown where that is where the words were found. */
  needs: readonly string[]
  /** Everything else one may search it by. */
  called: readonly string[]
}

/** 到2027年底, 到12月31日 within the year of the day, 到2025年8月31日. */
export function untilWords(until: BeijingDate, day: BeijingDate): string {
  if (until.slice(0, 4) === day.slice(0, 4)) return `到${readShortDay(until)}`
  return until.endsWith('-12-31') ? `到${until.slice(0, 4)}年底` : `到${chineseDate(until)}`
}

/** Whether it can be had on the day. */
export function whenOf({ status, side }: Standing): When {
  if (status === 'open') return 'now'
  if (status === 'announced') return 'soon'
  return side === 'before' ? 'unsaid' : 'over'
}

/** How it stands, as a tag says it. */
export function standingTag({ status, side, until }: Standing, day: BeijingDate): PolicyTag {
  switch (status) {
    case 'open':
      return { label: until ? untilWords(until, day) : '在办', kind: 'success' }
    case 'announced':
      return { label: '还没开始', kind: 'info' }
    case 'merged':
      return { label: '已合并', kind: 'plain' }
    case 'ended':
      return { label: '已停办', kind: 'plain' }
    case 'none':
      return { label: side === 'before' ? '那天没收录' : '已到期', kind: 'plain' }
  }
}

/** Whose it is: 发给你 where it is money, 借给你 where it has to be paid back. */
export const payeeTag = ({ payee, kind }: Pick<PolicyRule, 'payee' | 'kind'>): PolicyTag => ({
  label: paidTo({ payee, kind }) ?? '给你',
  kind: payee === 'person' ? 'primary' : 'plain',
})

const ORDER: Record<Exclude<When, 'over'>, number> = { now: 0, soon: 1, unsaid: 2 }

/** Every policy of the book, the reader's own and open ones first, what is over last. */
export function listPolicies(
  { policies }: Pick<RuleBook, 'policies'>,
  { policies: texts, materials }: Pick<PolicyTexts, 'policies' | 'materials'>,
  day: BeijingDate,
): Listed[] {
  const rank = ({ when, payee }: Listed): number => (when === 'over' ? 9 : (payee === 'person' ? 0 : 3) + ORDER[when])
  return policies
    .flatMap(rule => {
      const text = texts[rule.id]
      const papers = text?.materials.map(id => materials[id]?.name ?? '') ?? []
      return text ? [listed(rule, text, day, papers)] : []
    })
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.at - b.at)
    .map(({ one }) => one)
}

function listed(
  rule: PolicyRule,
  text: PolicyTexts['policies'][string],
  day: BeijingDate,
  papers: readonly string[],
): Listed {
  const standing = standingOn(rule, day)
  const when = whenOf(standing)
  const unsure = standing.version?.confidence === 'unsure' && when !== 'over'
  return {
    id: rule.id,
    plain: text.plain,
    official: text.official,
    summary: text.summary,
    payee: rule.payee,
    when,
    tags: [
      payeeTag(rule),
      standingTag(standing, day),
      ...(unsure ? [{ label: '待核实', kind: 'warning' } as const] : []),
    ],
    needs: [...Object.values(text.conditions).map(({ needs }) => needs), ...papers, ...(text.clauses ?? [])],
    called: [
      rule.id,
      text.plain,
      text.official,
      text.summary,
      text.payer,
      ...Object.values(text.lines),
      ...text.sources.flatMap(({ document, number }) => [document, number ?? '']),
    ],
  }
}
