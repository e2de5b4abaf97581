import { loadRules, sayText, standingOn, type PolicyRule, type PolicyStatus } from '../../src/domain/policy'
import type { BuiltBook } from './bookFiles'
import type { ExampleFile } from './exampleFiles'

export interface Coverage {
  on: string
  version: string
  policies: {
    id: string
    official: string
    status: PolicyStatus | 'none'
    from?: string
    to?: string
    examples: number
    clauses: number
  }[]
  /** What nobody has confirmed, and what the file says about it. */
  unsure: { where: string; what: string; why?: string }[]
  /** What no example of any policy shows. */
  unreached: { facts: string[]; options: string[]; conditions: string[] }
}

function unsureOf({ rules, texts }: BuiltBook, on: string): Coverage['unsure'] {
  const day = loadRules(rules).on(on)
  const why = (text: string | undefined) => (text ? { why: sayText(text, {}, texts, day) } : {})
  return [
    ...rules.policies.flatMap(({ id, versions }) => {
      const text = texts.policies[id]!
      return [
        ...versions.flatMap(({ from, confidence, pays = [] }) => [
          ...(confidence === 'unsure'
            ? [{ where: id, what: `the version from ${from}`, ...why(text.statusNotes?.[from] ?? text.amountNote) }]
            : []),
          ...pays
            .filter(line => line.confidence === 'unsure')
            .map(line => ({ where: id, what: `line ${line.id} from ${from}`, ...why(text.amountNote) })),
        ]),
        ...text.sources
          .filter(source => source.confidence === 'unsure')
          .map(({ document }) => ({ where: id, what: `source ${document}` })),
        ...(text.timeLimit?.confidence === 'unsure'
          ? [{ where: id, what: 'time limit', ...why(text.timeLimit.text) }]
          : []),
      ]
    }),
    ...rules.parameters.flatMap(({ id, versions }) =>
      versions
        .filter(({ confidence, value }) => confidence === 'unsure' || value === null)
        .map(({ from, value }) => ({
          where: `parameter ${id}`,
          what: value === null ? `from ${from}: nobody here knows it` : `from ${from}`,
        })),
    ),
  ]
}

/** States that the examples of a policy bring about, as `condition state`. */
function statesOf(book: BuiltBook, files: readonly ExampleFile[]): Set<string> {
  const calculator = loadRules(book.rules)
  return new Set(
    files.flatMap(({ id, examples }) =>
      examples.flatMap(({ on, facts }) =>
        calculator
          .on(on)
          .evaluate(facts)
          .results.filter(result => result.id === id)
          .flatMap(({ reasons }) => reasons.map(({ condition, state }) => `${id} ${condition} ${state}`)),
      ),
    ),
  )
}

const conditionsIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return []
  const { id } = part as { id?: unknown }
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(part).flatMap(conditionsIn)]
}
const conditionsOf = ({ versions }: PolicyRule): string[] => [
  ...new Set(versions.flatMap(({ when }) => conditionsIn(when))),
]

function unreachedBy(book: BuiltBook, files: readonly ExampleFile[]): Coverage['unreached'] {
  const said = files.flatMap(({ examples }) => examples.map(({ facts }) => facts))
  const states = statesOf(book, files)
  const values = (fact: string) => new Set(said.flatMap(facts => facts[fact] ?? []).map(String))
  return {
    facts: book.rules.facts.filter(({ id }) => values(id).size === 0).map(({ id }) => id),
    options: book.rules.facts.flatMap(({ id, options = [] }) =>
      options.filter(option => !values(id).has(option)).map(option => `${id} ${option}`),
    ),
    conditions: book.rules.policies.flatMap(rule =>
      conditionsOf(rule).flatMap(condition =>
        (['yes', 'no', 'unknown'] as const)
          .map(state => `${rule.id} ${condition} ${state}`)
          .filter(state => !states.has(state)),
      ),
    ),
  }
}

/** What the book holds on a day, what in it nobody has confirmed and why, and what no example reaches. */
export function coverageOf(book: BuiltBook, files: readonly ExampleFile[], on: string): Coverage {
  return {
    on,
    version: book.rules.version,
    policies: book.rules.policies.map(rule => {
      const { status, since, until } = standingOn(rule, on)
      const text = book.texts.policies[rule.id]!
      return {
        id: rule.id,
        official: text.official,
        status,
        ...(since ? { from: since } : {}),
        ...(until ? { to: until } : {}),
        examples: files.find(({ id }) => id === rule.id)?.examples.length ?? 0,
        clauses: text.clauses?.length ?? 0,
      }
    }),
    unsure: unsureOf(book, on),
    unreached: unreachedBy(book, files),
  }
}

const listed = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [`${title}: none`] : [`${title}: ${rows.length}`, ...rows.map(row => `  ${row}`)]

/** The same for a person at a terminal. */
export function coverageText({ on, version, policies, unsure, unreached }: Coverage): string {
  const counts = (['open', 'announced', 'ended', 'merged', 'none'] as const)
    .map(status => `${policies.filter(policy => policy.status === status).length} ${status}`)
    .join(', ')
  return [
    `rules ${version}: ${policies.length} policies; on ${on}: ${counts}`,
    ...policies.map(
      ({ id, official, status, from, to, examples, clauses }) =>
        `  ${id} ${official}: ${status}${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}, examples: ${examples}${clauses > 0 ? `, clauses for the counter: ${clauses}` : ''}`,
    ),
    '',
    ...listed(
      'unsure',
      unsure.map(({ where, what, why }) => `${where}: ${what}${why ? `（${why}）` : ''}`),
    ),
    '',
    ...listed('facts in no example', unreached.facts),
    ...listed('options in no example', unreached.options),
    ...listed('states of conditions in no example', unreached.conditions),
    '',
  ].join('\n')
}
