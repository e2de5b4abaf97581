import {
  mentionsOf,
  sayText,
  sourcesOn,
  standingOn,
  type Answers,
  type PolicyResult,
  type PolicyRule,
  type PolicyText,
} from '../../../domain/policy'
import { isHigherEducation, EducationLevelSchema } from '../../../domain/education'
import type { BeijingDate } from '../../../domain/time'
import { lineWords } from '../amounts'
import type { Sheet } from '../asText'
import { outline, type ConditionPart } from '../policy/conditions'
import { standingWords } from '../policy/standing'
import { deliveryWords } from '../policy/words'
import type { Book } from '../readBook'

/** What hiring this graduate brings the employer, of one policy. */
export interface Offer {
  id: string
  official: string
  /** It can be had now, as far as it was told; otherwise something is still to come about. */
  sure: boolean
  lines: readonly string[]
  /** What whoever reads it could guess of the person, by name; such a one is left out unless the person puts it in. */
  reveals: readonly string[]
}

/**
 * The answers as they are once this employer has hired: from the day that is asked about, unless the person says when. How long
 * insurance has been paid is the employer's to bring about, and left open.
 */
export function onceHired(answers: Answers, on: BeijingDate, { rules }: Pick<Book, 'rules'>): Answers {
  const hired: Record<string, Answers[string]> =
    answers.employment === 'employed' ? {} : { employment: 'employed', hiredOn: on }
  const known = Object.entries({ ...answers, ...hired, insuredHereMonths: undefined })
  const asked = new Set(rules.facts.map(({ id }) => id))
  return Object.fromEntries(known.filter(([fact]) => asked.has(fact)))
}

/** As much of the person as the employer needs: 2024 届毕业生. */
export function whoIsHired({ level, graduatedOn }: Answers): string {
  const of = EducationLevelSchema.safeParse(level)
  const year = typeof graduatedOn === 'string' ? `${graduatedOn.slice(0, 4)} 届` : ''
  if (!of.success) return year ? `${year}毕业生` : '毕业生'
  return `${year}${isHigherEducation(of.data) ? '高校' : ''}毕业生`
}

/** Written to the employer: the graduate is somebody else there. */
const toEmployer = (text: string): string => text.replace(/你/g, '这名毕业生')

const needsOf = (parts: readonly ConditionPart[]): string[] =>
  parts.flatMap(part =>
    part.kind === 'line' ? (part.state === 'yes' ? [] : [part.needs]) : [needsOf(part.parts).join('，或')],
  )

/** Every policy of the employer's that hiring this person brings, or may bring. */
export function offersOf(book: Book, said: Answers, on: BeijingDate): Offer[] {
  const answers = onceHired(said, on, book)
  const rules = book.calculator.on(on)
  const say = (template: string) => toEmployer(sayText(template, answers, book.texts, rules))
  return rules.evaluate(answers).results.flatMap(result => {
    const rule = book.rules.policies.find(({ id }) => id === result.id)
    const text = book.texts.policies[result.id]
    if (!rule || !text || !isOffered(result)) return []
    return [offerOf(rule, text, result, { book, on, say })]
  })
}

const isOffered = ({ payee, status, verdict, ifOpened }: PolicyResult): boolean =>
  payee === 'employer' && (status === 'announced' ? ifOpened !== 'no' : verdict !== 'no')

interface Telling {
  book: Book
  on: BeijingDate
  say: (template: string) => string
}

function offerOf(rule: PolicyRule, text: PolicyText, result: PolicyResult, { book, on, say }: Telling): Offer {
  const standing = standingOn(rule, on)
  const when = standing.version?.when
  const needs = needsOf(outline(when, { texts: text.conditions, reasons: result.reasons, say })).filter(Boolean)
  const note = standingWords(standing, text)
  const [source] = sourcesOn(text.sources, on)
  const delivery = deliveryWords(text.delivery, rule)
  return {
    id: rule.id,
    official: text.official,
    sure: result.verdict === 'yes',
    lines: [
      toEmployer(text.summary),
      ...(note ? [toEmployer(note)] : []),
      ...result.lines.map(line => `${text.lines[line.id] ?? ''}：${lineWords(line)}`),
      ...(text.amountNote ? [say(text.amountNote)] : []),
      ...(needs.length > 0 ? [`还要满足：${needs.join('；')}`] : []),
      `${delivery.name}：${delivery.text}`,
      ...(source ? [`依据：${[source.document, source.number].filter(Boolean).join(' ')}`] : []),
    ],
    reveals: [...mentionsOf(book.rules, when).facts].flatMap(fact => {
      const asked = book.texts.facts[fact]
      return asked?.sensitive ? [asked.name] : []
    }),
  }
}

/** What stands above the offers, in two lines; no more is promised than is sure. */
export const employerTitle = (offers: readonly Offer[], who: string): [string, string] => [
  `招一名${/^\d/.test(who) ? ' ' : ''}${who}，`,
  offers.every(({ sure }) => sure) ? '单位能享受这些' : '单位可能享受这些',
]

/** The page as the employer reads it. */
export const employerSheet = (offers: readonly Offer[], who: string, rules: string): Sheet => ({
  title: employerTitle(offers, who).join(''),
  sub: `${rules}，以窗口审核为准`,
  blocks: offers.map(({ official, lines }) => ({ title: official, lines })),
  foot: '单位怎么办、现在开没开，打 12333 问。',
})
