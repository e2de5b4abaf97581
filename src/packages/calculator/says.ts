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
import { outline, type ConditionLine, type ConditionPart } from './policy/conditions'
import { standingWords } from './policy/standing'
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
  beside?: string
  marks: readonly { state: Tri; text: string }[]
  asks: readonly Ask[]
  /** What would change it, or that nothing will. */
  change?: string
  never?: string
  /** Where it can't simply be had: announced, ended, merged, not in force. */
  note?: string
  lines: readonly { label: string; text: string }[]
  /** 3 个月. */
  months?: string
  lastDay?: string
  /** What can't be had beside it, and why. */
  excludes: readonly string[]
}

export type SectionKey = 'picked' | 'yes' | 'unknown' | 'announced' | 'no' | 'over'

interface Asked {
  book: Pick<Book, 'rules' | 'texts'>
  answers: Answers
  evaluation: Evaluation
  /** Fills a text with what was said and what is in force. */
  say: (template: string) => string
}

const TO: Record<Payee, Record<PolicyKind, string | undefined>> = {
  person: { cash: '发给你', relief: '给你减', loan: '借给你', service: undefined },
  employer: { cash: '发给单位', relief: '给单位减', loan: '借给单位', service: '给单位' },
}

/** To whom it goes; nothing where something is done for the person. */
export const paidTo = ({ payee, kind }: Pick<CardSays, 'payee' | 'kind'>): string | undefined => TO[payee][kind]

/** Where a result stands on the page. */
export function sectionOf({
  status,
  verdict,
}: Pick<PolicyResult, 'status' | 'verdict'>): Exclude<SectionKey, 'picked'> {
  if (status === 'announced') return 'announced'
  return status === 'open' ? verdict : 'over'
}

export interface Counts {
  yes: number
  unknown: number
  no: number
}

/** What can be had, what still depends, what can't; what isn't open stands in none of them. */
export function countsOf({ results }: Pick<Evaluation, 'results'>): Counts {
  const of = (key: SectionKey) => results.filter(result => sectionOf(result) === key).length
  return { yes: of('yes'), unknown: of('unknown'), no: of('no') }
}

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
        ...(answers[fact] === null
          ? { unknownTo: knowing.length > 0 ? `问${knowing.join('、')}` : '查到了再来填' }
          : {}),
      },
    ]
  })
}

const linesIn = (parts: readonly ConditionPart[]): ConditionLine[] =>
  parts.flatMap(part => (part.kind === 'line' ? [part, ...linesIn(part.parts)] : linesIn(part.parts)))

/** Of a condition and its parts that say the same, the parts: they say why. */
const leavesOf = (parts: readonly ConditionPart[], state: Tri): ConditionLine[] =>
  linesIn(parts).filter(line => line.state === state && !linesIn(line.parts).some(part => part.state === state))

/** What would change a no; or that nothing will. */
interface Fate {
  changes: readonly string[]
  never?: string
}

/** All must be so: one that never changes decides. */
function fateOf(parts: readonly ConditionPart[]): Fate {
  const fates = parts.filter(failed).map(part => (part.kind === 'any' ? fateOfAny(part.parts) : fateOfLine(part)))
  const never = fates.find(fate => fate.never)?.never
  return never ? { changes: [], never } : { changes: fates.flatMap(({ changes }) => changes) }
}

/** One is enough: one that can change is a way. */
function fateOfAny(parts: readonly ConditionPart[]): Fate {
  const fates = parts.filter(failed).map(part => fateOf([part]))
  const changes = fates.flatMap(fate => fate.changes)
  const never = fates.find(fate => fate.never)?.never
  return changes.length === 0 && never ? { changes, never } : { changes }
}

const fateOfLine = ({ change, never, parts }: ConditionLine): Fate =>
  change || never ? { changes: change ? [change] : [], ...(never ? { never } : {}) } : fateOfAny(parts)

const failed = (part: ConditionPart): boolean => (part.kind === 'any' ? part.parts.some(failed) : part.state === 'no')

/** So many of what holds are named; the page of the policy has all. */
const MOST_MARKS = 3

function marksOf(parts: readonly ConditionPart[], verdict: Tri): CardSays['marks'] {
  const of = (state: Tri) => leavesOf(parts, state)
  if (verdict === 'no') return of('no').map(({ no, needs }) => ({ state: 'no', text: no ?? needs }))
  const unknown = of('unknown').map(({ needs }) => ({ state: 'unknown' as const, text: `还要看：${needs}` }))
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

const asSentence = (text: string): string => (/[。？]$/.test(text) ? text : `${text}。`)

function cardOf(rule: PolicyRule, text: PolicyText, result: PolicyResult, asked: Asked): CardSays {
  const { say, evaluation } = asked
  const standing = standingOn(rule, evaluation.on)
  const section = sectionOf(result)
  const would = section === 'announced' ? (result.ifOpened ?? 'unknown') : result.verdict
  const parts =
    section === 'over' ? [] : outline(standing.version?.when, { texts: text.conditions, reasons: result.reasons, say })
  const note = [standingWords(standing, text), ...(section === 'announced' ? [IF_OPENED[would]] : [])].filter(
    (one): one is string => !!one,
  )
  const { never, changes }: Fate = would === 'no' ? fateOf(parts) : { changes: [] }
  const lastDay = section === 'over' ? undefined : lastDayOf(result, evaluation.on)
  const beside = section === 'over' ? undefined : amountBeside(result)
  return {
    id: rule.id,
    plain: text.plain,
    official: text.official,
    payee: rule.payee,
    kind: rule.kind,
    verdict: result.verdict,
    marks: marksOf(parts, would),
    asks: would === 'unknown' ? asksOf(result.missing, asked) : [],
    lines: result.lines.map(line => ({ label: text.lines[line.id] ?? '', text: lineWords(line) })),
    excludes: excludesOf(rule.id, text, result, asked),
    ...(beside ? { beside } : {}),
    ...(never ? { never } : changes.length > 0 ? { change: [...new Set(changes)].join('；') } : {}),
    ...(note.length > 0 ? { note: note.map(asSentence).join('') } : {}),
    ...(result.months ? { months: `${result.months} 个月` } : {}),
    ...(lastDay ? { lastDay } : {}),
  }
}

export interface SectionSays {
  key: SectionKey
  title: string
  cards: readonly CardSays[]
}

const TITLES: Record<SectionKey, string> = {
  picked: '发来的',
  yes: '能享受',
  unknown: '再走一步',
  announced: '说了要办，还没开始',
  no: '暂时不行',
  over: '停办了，或并到别处',
}
const ORDER: readonly SectionKey[] = ['picked', 'yes', 'unknown', 'announced', 'no', 'over']

/** One's own first; of what can't be had, what can change first. */
const rank = ({ payee, verdict, never }: CardSays): number =>
  (payee === 'person' ? 0 : 2) + (verdict === 'no' && never ? 1 : 0)

/** What the page says, from the top. */
export interface ResultSays {
  title: readonly string[]
  sections: readonly SectionSays[]
  totals: readonly { payee: Payee; fen: number }[]
  /** What can be had in money and stands in no total, and why. */
  leftOut: readonly string[]
}

function titleOf({ yes, unknown }: Counts): string[] {
  const more = `再走一步${yes > 0 ? '还有' : '有'} ${unknown} 项`
  if (yes > 0) return unknown > 0 ? [`现在能享受 ${yes} 项，`, more] : [`现在能享受 ${yes} 项`]
  return unknown > 0 ? ['现在还没有能定的，', more] : ['现在还没有能享受的，', '下面写了差在哪儿']
}

/** The result of a day as it is told: every policy once, under what it comes to. */
export function resultSays(asked: Asked, picked: readonly string[] = []): ResultSays {
  const { book, evaluation } = asked
  const cards = evaluation.results.flatMap(result => {
    const rule = book.rules.policies.find(({ id }) => id === result.id)
    const text = book.texts.policies[result.id]
    if (!rule || !text) return []
    const key: SectionKey = picked.includes(rule.id) ? 'picked' : sectionOf(result)
    return [{ key, card: cardOf(rule, text, result, asked) }]
  })
  const sections = ORDER.flatMap(key => {
    const of = cards.filter(one => one.key === key).map(({ card }) => card)
    if (of.length === 0) return []
    return [{ key, title: `${TITLES[key]} ${of.length}${key === 'picked' ? ' 项' : ''}`, cards: sorted(of) }]
  })
  return {
    title: titleOf(countsOf(evaluation)),
    sections,
    totals: (['person', 'employer'] as const).flatMap(payee =>
      evaluation.total[payee] > 0 ? [{ payee, fen: evaluation.total[payee] }] : [],
    ),
    leftOut: evaluation.leftOut.map(({ id, why }) => {
      const name = book.texts.policies[id]?.official ?? id
      return why === 'unconfirmed' ? `${name}：金额待核实` : `${name}：和上面的只能选一样`
    }),
  }
}

const sorted = (cards: readonly CardSays[]): CardSays[] =>
  cards
    .map((card, at) => ({ card, at }))
    .sort((a, b) => rank(a.card) - rank(b.card) || a.at - b.at)
    .map(({ card }) => card)

/** Which policies in force look at a fact, by the names one says at a counter. */
export function lookAt({ rules, texts }: Pick<Book, 'rules' | 'texts'>, fact: string, on: string): string[] {
  const versionOn = ({ versions }: PolicyRule): PolicyVersion | undefined => standingOn({ versions }, on).version
  return rules.policies.flatMap(rule => {
    const text = texts.policies[rule.id]
    return text && mentionsOf(rules, versionOn(rule)).facts.has(fact) ? [text.official] : []
  })
}
