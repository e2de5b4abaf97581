import {
  loadRules,
  sayFen,
  sayText,
  type Answers,
  type Evaluation,
  type Payee,
  type PolicyKind,
  type PolicyResult,
  type Tri,
} from '../../src/domain/policy'
import type { BuiltBook } from './bookFiles'
import { MARKS } from './marks'

/** What comes of one policy, as scripts read it. */
export interface EvaluatedPolicy {
  id: string
  verdict: Tri
  /** In 分; null where nothing is paid, or it can't be said. */
  amountFen: number | null
  months: number | null
  payee: Payee
  reasons: { condition: string; state: Tri; text: string }[]
  missing: readonly string[]
  lastDate: string | null
  kind: PolicyKind
  status: PolicyResult['status']
  /** Announced only: what it would be. */
  ifOpened?: Tri
  /** The amount rests on confirmed facts. */
  confirmed: boolean
  lines: {
    id: string
    label: string
    fen: number | null
    eachFen?: number | null
    months?: number | null
    confirmed: boolean
  }[]
  excludes: readonly string[]
}

const evaluation = ({ rules }: BuiltBook, answers: Answers, on: string): Evaluation =>
  loadRules(rules).on(on).evaluate(answers)

/** Every policy, with a reason for each condition in words. */
export function evaluatedPolicies(book: BuiltBook, answers: Answers, on: string): EvaluatedPolicy[] {
  const { texts, rules } = book
  const day = loadRules(rules).on(on)
  const say = (template: string) => sayText(template, answers, texts, day)
  return day.evaluate(answers).results.map(result => {
    const { id, verdict, ifOpened, fen, months, payee, reasons, missing, lastDate } = result
    const text = texts.policies[id]!
    return {
      id,
      verdict,
      amountFen: fen,
      months,
      payee,
      reasons: reasons.map(({ condition, state }) => {
        const said = text.conditions[condition]
        return { condition, state, text: said ? say(state === 'no' ? said.no : said.needs) : condition }
      }),
      missing,
      lastDate,
      kind: result.kind,
      status: result.status,
      ...(ifOpened ? { ifOpened } : {}),
      confirmed: result.confirmed,
      lines: result.lines.map(line => ({ ...line, label: say(text.lines[line.id] ?? line.id) })),
      excludes: result.excludes,
    }
  })
}

const amountWords = ({ amountFen, confirmed, months, kind }: EvaluatedPolicy): string =>
  [
    ...(amountFen === null
      ? []
      : [`${kind === 'cash' ? '' : `${kind} `}${sayFen(amountFen)}${confirmed ? '' : ' (not confirmed)'}`]),
    ...(months === null ? [] : [`${months} months`]),
  ].join(', ')

function policyLines(policy: EvaluatedPolicy, official: string): string[] {
  const { id, verdict, status, ifOpened, payee, reasons, missing, lastDate, lines, excludes } = policy
  const amount = amountWords(policy)
  return [
    `${MARKS[verdict]} ${id} ${official} (${[payee, status === 'open' ? '' : status, ifOpened ? `would be ${ifOpened}` : ''].filter(Boolean).join(', ')})${amount ? `: ${amount}` : ''}`,
    ...reasons.map(({ condition, state, text }) => `    ${MARKS[state]} ${condition}: ${text}`),
    ...(lines.length > 1
      ? lines.map(({ label, fen }) => `    + ${label}: ${fen === null ? 'unknown' : sayFen(fen)}`)
      : []),
    ...(missing.length > 0 ? [`    missing: ${missing.join(', ')}`] : []),
    ...(lastDate ? [`    last day: ${lastDate}`] : []),
    ...(excludes.length > 0 ? [`    not beside: ${excludes.join(', ')}`] : []),
  ]
}

/** Every policy for a person at a terminal. */
export function evaluatedText(book: BuiltBook, answers: Answers, on: string): string {
  const { total, leftOut } = evaluation(book, answers, on)
  return [
    `${on}, rules ${book.rules.version}`,
    ...evaluatedPolicies(book, answers, on).flatMap(policy =>
      policyLines(policy, book.texts.policies[policy.id]!.official),
    ),
    '',
    `confirmed cash together: person ${sayFen(total.person)}, employer ${sayFen(total.employer)}`,
    ...leftOut.map(({ id, why }) => `left out: ${id}, ${why}`),
    '',
  ].join('\n')
}
