import {
  mentionsOf,
  standingOn,
  type Answers,
  type Evaluation,
  type Payee,
  type PolicyKind,
  type PolicyResult,
  type PolicyRule,
  type PolicyText,
  type PolicyVersion,
  type Tri,
} from '../../domain/policy'
import { chineseDate } from '../../domain/time'
import { amountBeside, lineWords } from './amounts'
import { fateOf, type Fate } from './fate'
import { outline, type ConditionLine, type ConditionPart } from './policy/conditions'
import { standingWords } from './policy/standing'
import type { AfterStep, OwnStep } from './oneStep'
import type { Book } from './readBook'

/** A missing answer that can still decide a policy. */
export interface Ask {
  fact: string
  /** 毕业日期. */
  name: string
  /** It was asked, and the person doesn't know: who does. */
  unknownTo?: string
}

/** A policy as the result tells it. */
export interface CardSays {
  id: string
  kind: PolicyKind
  /** In the person's own words. */
  plain: string
  official: string
  payee: Payee
  verdict: Tri
  /** It is there, or is after one step, in money, and nobody doubts how much. */
  certain: boolean
  beside?: string
  marks: readonly { state: Tri; text: string }[]
  asks: readonly Ask[]
  /** What would change it, or that nothing will. */
  change?: string
  never?: string
  /** Where it can't simply be had: announced, ended, merged, not in force, or there after one step. */
  note?: string
  /** The step it waits for, and nothing else that is known. */
  step?: OwnStep
  lines: readonly { label: string; text: string }[]
  /** 3 个月. */
  months?: string
  lastDay?: string
  /** What can't be had beside it, and why. */
  excludes: readonly string[]
}

export type SectionKey = 'picked' | 'yes' | 'step' | 'unknown' | 'announced' | 'no' | 'unkept' | 'over'

export interface Asked {
  book: Pick<Book, 'rules' | 'texts'>
  answers: Answers
  evaluation: Evaluation
  /** By policy: what a registration made today would bring. */
  after: ReadonlyMap<string, AfterStep>
  /** Fills a text with what was said and what is in force. */
  say: (template: string) => string
}

const TO: Record<Payee, Record<PolicyKind, string | undefined>> = {
  person: { cash: '发给你', relief: '给你减', loan: '借给你', service: undefined },
  employer: { cash: '发给单位', relief: '给单位减', loan: '借给单位', service: '给单位' },
}

/** To whom it goes; nothing where something is done for the person. */
export const paidTo = ({ payee, kind }: Pick<CardSays, 'payee' | 'kind'>): string | undefined => TO[payee][kind]

/** The same of a card: of what the person can't have, nobody says that they are paid it. */
export const goesTo = (card: Pick<CardSays, 'payee' | 'kind' | 'verdict' | 'step'>): string | undefined =>
  card.verdict === 'no' && !card.step && card.payee === 'person' ? undefined : paidTo(card)

/** Where a result stands on the page, by itself. */
export function sectionOf({
  status,
  verdict,
}: Pick<PolicyResult, 'status' | 'verdict'>): Exclude<SectionKey, 'picked' | 'step'> {
  if (status === 'announced') return 'announced'
  if (status === 'none') return 'unkept'
  return status === 'open' ? verdict : 'over'
}

export interface Counts {
  yes: number
  unknown: number
  no: number
}

/** What can be had, what still depends on an answer or on one step, what can't; what isn't open stands in none of them. */
export function countsOf({ results }: Pick<Evaluation, 'results'>, after: Asked['after']): Counts {
  const of = (key: SectionKey) => results.filter(result => sectionOf(result) === key).length
  return { yes: of('yes'), unknown: of('unknown') + after.size, no: of('no') - after.size }
}

/** Nobody but the person knows. */
export const LOOK_AGAIN = '查到了再来填'

const WHO_KNOWS = { person: '', employer: '单位', office: '街道社保所或 12333', school: '学校' } as const

/** What to say yet, and of what was asked already and isn't known, who knows. */
export function asksOf(
  missing: readonly string[],
  { book: { texts }, answers }: { book: { texts: Pick<Book['texts'], 'facts'> }; answers: Answers },
): Ask[] {
  return missing.flatMap(fact => {
    const text = texts.facts[fact]
    if (!text) return []
    const knowing = text.knows.map(one => WHO_KNOWS[one]).filter(Boolean)
    return [
      {
        fact,
        name: text.name,
        ...(answers[fact] === null ? { unknownTo: knowing.length > 0 ? `问${knowing.join('、')}` : LOOK_AGAIN } : {}),
      },
    ]
  })
}

const linesIn = (parts: readonly ConditionPart[]): ConditionLine[] =>
  parts.flatMap(part => (part.kind === 'line' ? [part, ...linesIn(part.parts)] : linesIn(part.parts)))

/** Of a condition and its parts that say the same, the parts: they say why. */
const leavesOf = (parts: readonly ConditionPart[], state: Tri): ConditionLine[] =>
  linesIn(parts).filter(line => line.state === state && !linesIn(line.parts).some(part => part.state === state))

/** So many of what holds are named; the page of the policy has all. */
const MOST_MARKS = 3

function marksOf(parts: readonly ConditionPart[], verdict: Tri, never?: string): CardSays['marks'] {
  const of = (state: Tri) => leavesOf(parts, state)
  if (verdict === 'no') {
    // where one thing has settled it for good, the others would only be held against the reader
    const settled = of('no').filter(line => never !== undefined && line.never === never)
    return (settled.length > 0 ? settled : of('no')).map(({ no, needs }) => ({ state: 'no', text: no ?? needs }))
  }
  const unknown = of('unknown').map(({ needs }) => ({ state: 'unknown' as const, text: needs }))
  const yes = of('yes').map(({ needs }) => ({ state: 'yes' as const, text: needs }))
  return verdict === 'yes' ? yes.slice(0, MOST_MARKS) : unknown.slice(0, MOST_MARKS)
}

function excludesOf(id: string, text: PolicyText, result: PolicyResult, { book }: Asked): string[] {
  return result.excludes.map(other => {
    const theirs = book.texts.policies[other]
    const why = text.exclusions?.[other] ?? theirs?.exclusions?.[id]
    return `和“${theirs?.official ?? other}”只能选一样${why ? `：${why}` : ''}`
  })
}

/** Until when it is of use, seen from the day. */
export const lastDayOf = ({ lastDate, verdict }: PolicyResult, on: string): string | undefined => {
  if (!lastDate) return undefined
  const day = chineseDate(lastDate)
  if (lastDate < on) return `${day}就截止了`
  return verdict === 'no' ? `${day}以前变了才有用` : `最晚${day}办`
}

const IF_OPENED: Record<Tri, string> = {
  yes: '照现在知道的条件，开始办了就有。',
  unknown: '照现在知道的条件，还要看下面这些。',
  no: '照现在知道的条件，开始办了也还不行，差在下面。',
}

const ONCE: Record<OwnStep, Record<Exclude<Tri, 'no'>, string>> = {
  register: {
    yes: '就差登记，受理了就能享受。',
    unknown: '先登记，再看下面这几样。',
  },
  registerFlexible: {
    yes: '就差灵活就业登记，办好就能享受。',
    unknown: '先办灵活就业登记，再看下面这几样。',
  },
}

const asSentence = (text: string): string => (/[。？]$/.test(text) ? text : `${text}。`)

/** The card of a policy that waits for one step alone: what that brings, and what is still to be seen then. */
function stepCard(card: CardSays, text: PolicyText, { step, result }: AfterStep, asked: Asked, parts: Parts): CardSays {
  const verdict = result.verdict === 'yes' ? 'yes' : 'unknown'
  const lastDate = asked.evaluation.results.find(({ id }) => id === card.id)?.lastDate
  const beside = verdict === 'yes' ? amountBeside(result) : undefined
  return {
    ...card,
    step,
    note: ONCE[step][verdict],
    ...(lastDate ? { lastDay: `最晚${chineseDate(lastDate)}登记` } : {}),
    marks: verdict === 'yes' ? [] : marksOf(parts, 'unknown'),
    asks: verdict === 'yes' ? [] : asksOf(result.missing, asked),
    certain: isCertain(result),
    lines: linesOf(text, result),
    ...(beside ? { beside } : {}),
    ...monthsOf(result),
  }
}

/** How long, where no line of it says so. */
const monthsOf = ({ months, lines }: PolicyResult): Pick<CardSays, 'months'> =>
  months && !lines.some(line => line.months === months) ? { months: `${months} 个月` } : {}

const isCertain = ({ verdict, fen, confirmed }: PolicyResult): boolean =>
  verdict === 'yes' && (fen ?? 0) > 0 && confirmed

type Parts = readonly ConditionPart[]

const linesOf = (text: PolicyText, { lines }: PolicyResult): CardSays['lines'] =>
  lines.map(line => ({ label: text.lines[line.id] ?? '', text: lineWords(line) }))

/** A policy as the result tells it. */
export function cardOf(rule: PolicyRule, text: PolicyText, result: PolicyResult, asked: Asked): CardSays {
  const { say, evaluation } = asked
  const standing = standingOn(rule, evaluation.on)
  const section = sectionOf(result)
  const would = section === 'announced' ? (result.ifOpened ?? 'unknown') : result.verdict
  const closed = section === 'over' || section === 'unkept'
  const partsOf = ({ reasons }: PolicyResult): Parts =>
    closed ? [] : outline(standing.version?.when, { texts: text.conditions, reasons, say })
  const parts = partsOf(result)
  const asks = would === 'unknown' ? asksOf(result.missing, asked) : []
  const note = [
    standingWords(standing, text),
    ...(section === 'announced' ? [IF_OPENED[would]] : []),
    ...(section === 'unknown' && asks.length === 0 ? ['能不能享受，这里说不准，打 12333 问'] : []),
  ].filter((one): one is string => !!one)
  const { never, changes }: Fate = would === 'no' ? fateOf(parts) : { changes: [] }
  const lastDay = closed ? undefined : lastDayOf(result, evaluation.on)
  const beside = closed ? undefined : amountBeside(result)
  const card: CardSays = {
    id: rule.id,
    plain: text.plain,
    official: text.official,
    payee: rule.payee,
    kind: rule.kind,
    verdict: result.verdict,
    certain: isCertain(result),
    marks: marksOf(parts, would, never),
    asks,
    lines: linesOf(text, result),
    excludes: excludesOf(rule.id, text, result, asked),
    ...(beside ? { beside } : {}),
    ...(never ? { never } : changes.length > 0 ? { change: [...new Set(changes)].join('；') } : {}),
    ...(note.length > 0 ? { note: note.map(asSentence).join('') } : {}),
    ...monthsOf(result),
    ...(lastDay ? { lastDay } : {}),
  }
  const after = asked.after.get(rule.id)
  return after ? stepCard(card, text, after, asked, partsOf(after.result)) : card
}

/** Which policies in force look at a fact, by the names one says at a counter. */
export function lookAt({ rules, texts }: Pick<Book, 'rules' | 'texts'>, fact: string, on: string): string[] {
  const versionOn = ({ versions }: PolicyRule): PolicyVersion | undefined => standingOn({ versions }, on).version
  return rules.policies.flatMap(rule => {
    const text = texts.policies[rule.id]
    return text && mentionsOf(rules, versionOn(rule)).facts.has(fact) ? [text.official] : []
  })
}
