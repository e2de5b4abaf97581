import {
  loadRules,
  mentionsOf,
  standingOn,
  type Answers,
  type PolicyResult,
  type RuleBook,
  type Tri,
} from '../../src/domain/policy'
import type { BeijingDate } from '../../src/domain/time'

/**
 * What a policy comes to for one person; `absent` where the book has no such policy, `announced` where it would be a yes once
 * it opens.
 */
type Outcome = Tri | 'absent' | 'announced'

export interface Change {
  policy: string
  /** People for whom something else comes out, by what it was and is: `no → yes`. */
  verdicts: Record<string, number>
  /** People who had it and have it, with another amount. */
  more: number
  less: number
  gains: number
  loses: number
  /** Over all of them, in 分; of amounts that can be said. */
  differenceFen: number
  /** Who they are, by what was said: fact, value, how many of them gain and lose. */
  groups: { fact: string; value: string; people: number; gains: number; loses: number }[]
}

interface Seen {
  outcome: Outcome
  fen: number
}

const seen = (result: PolicyResult | undefined): Seen => {
  if (!result) return { outcome: 'absent', fen: 0 }
  const { verdict, ifOpened = verdict, fen } = result
  const outcome = ifOpened === 'yes' && verdict !== 'yes' ? 'announced' : ifOpened
  return { outcome, fen: ifOpened === 'yes' ? (fen ?? 0) : 0 }
}

const RANK: Record<Outcome, number> = { absent: 0, no: 0, unknown: 1, announced: 2, yes: 3 }

/** Days are told apart by their year; what one adds up isn't told apart at all. */
function groupOf(book: RuleBook, fact: string, answers: Answers): string | undefined {
  const rule = book.facts.find(({ id }) => id === fact)
  const value = answers[fact]
  if (!rule || rule.type === 'count' || rule.type === 'money') return undefined
  if (value === null || value === undefined) return '不知道'
  if (rule.type === 'date') return (value as string).slice(0, 4)
  return Array.isArray(value) ? value.join('+') || 'none' : String(value)
}

/** Facts a policy looks at on the day, in either book. */
function factsOf(books: readonly RuleBook[], policy: string, day: BeijingDate): string[] {
  const facts = books.flatMap(book => {
    const rule = book.policies.find(({ id }) => id === policy)
    return rule ? [...mentionsOf(book, standingOn(rule, day).version).facts] : []
  })
  return [...new Set(facts)]
}

/**
 * What changes for these people from one book to the other on a day, policy by policy; those for whom nothing changes are left
 * out. Amounts are those of the rule as it is known, also where it isn't open yet.
 */
export function replay(before: RuleBook, after: RuleBook, people: readonly Answers[], day: BeijingDate): Change[] {
  const [old, now] = [loadRules(before).on(day), loadRules(after).on(day)]
  const ids = [...new Set([...after.policies, ...before.policies].map(({ id }) => id))]
  const changes = new Map(
    ids.map(policy => [
      policy,
      {
        change: { policy, verdicts: {}, more: 0, less: 0, gains: 0, loses: 0, differenceFen: 0, groups: [] } as Change,
        facts: factsOf([before, after], policy, day),
        groups: new Map<string, Change['groups'][number]>(),
      },
    ]),
  )
  for (const answers of people) {
    const [then, today] = [old, now].map(rules => new Map(rules.evaluate(answers).results.map(one => [one.id, one])))
    for (const policy of ids) {
      const [was, is] = [seen(then!.get(policy)), seen(today!.get(policy))]
      const { change, facts, groups } = changes.get(policy)!
      const up = Math.sign(RANK[is.outcome] - RANK[was.outcome]) || Math.sign(is.fen - was.fen)
      if (was.outcome !== is.outcome) {
        const step = `${was.outcome} → ${is.outcome}`
        change.verdicts[step] = (change.verdicts[step] ?? 0) + 1
      } else if (was.fen !== is.fen) change[is.fen > was.fen ? 'more' : 'less'] += 1
      if (up > 0) change.gains += 1
      if (up < 0) change.loses += 1
      change.differenceFen += is.fen - was.fen
      for (const fact of facts) {
        const value = groupOf(after, fact, answers) ?? groupOf(before, fact, answers)
        if (value === undefined) continue
        const group = groups.get(`${fact} ${value}`) ?? { fact, value, people: 0, gains: 0, loses: 0 }
        group.people += 1
        if (up > 0) group.gains += 1
        if (up < 0) group.loses += 1
        groups.set(`${fact} ${value}`, group)
      }
    }
  }
  return [...changes.values()]
    .filter(({ change }) => Object.keys(change.verdicts).length > 0 || change.more + change.less > 0)
    .map(({ change, groups }) => ({ ...change, groups: told([...groups.values()], change, people.length) }))
}

/** So many groups say who they are. */
const MOST_GROUPS = 6

/** Groups that are touched more than people are on the whole, the most touched first. */
function told(groups: Change['groups'], { gains, loses }: Change, people: number): Change['groups'] {
  const share = (touched: number, of: number) => (of === 0 ? 0 : touched / of)
  const overall = share(gains + loses, people)
  return groups
    .filter(group => share(group.gains + group.loses, group.people) > overall * 1.2)
    .sort((a, b) => share(b.gains + b.loses, b.people) - share(a.gains + a.loses, a.people) || b.people - a.people)
    .slice(0, MOST_GROUPS)
}
