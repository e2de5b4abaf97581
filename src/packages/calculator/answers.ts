import { readAnswers, type Answers, type Literal, type RuleBook, type RulesOnDay } from '../../domain/policy'

/** What the phone keeps of the questions. */
export interface Kept {
  /** What the person said here, over whatever else is known; null is 不知道. */
  said: Answers
  /** What their registration knows; only ever read from there. */
  known: Answers
  /** Questions in the order they came, for going back. */
  trail: readonly string[]
}

export const NOTHING: Kept = { said: {}, known: {}, trail: [] }

/** What the rules are asked with: the person's own word stands over the registration's, here and nowhere else. */
export const allOf = ({ said, known }: Pick<Kept, 'said' | 'known'>): Answers => ({ ...known, ...said })

/** Answers that fit these rules; what doesn't is left out alone, and asked again. */
function fitting(rules: RuleBook, input: unknown): Answers {
  const read = readAnswers(rules, input ?? {})
  return 'answers' in read ? read.answers : read.readable
}

/** What was kept, as far as it fits these rules: they may be other ones than those it was said to. */
export function readKept(rules: RuleBook, value: unknown): Kept {
  if (typeof value !== 'object' || value === null) return NOTHING
  const { said, known, trail } = value as Record<keyof Kept, unknown>
  const ids = new Set(rules.facts.map(({ id }) => id))
  return {
    said: fitting(rules, said),
    known: fitting(rules, known),
    trail: Array.isArray(trail)
      ? [...new Set(trail as unknown[])].filter((id): id is string => ids.has(id as string))
      : [],
  }
}

/** A set in any order is the same, and with nothing in it the same as 都没有. */
const plainly = (value: Literal | null | undefined) =>
  Array.isArray(value) ? (value as readonly string[]).filter(one => one !== 'none').sort() : value

const same = (a: Literal | null | undefined, b: Literal | null | undefined): boolean =>
  JSON.stringify(plainly(a)) === JSON.stringify(plainly(b))

/** With one answer more, or another one. What the registration knows and the person says again is the registration's. */
export function withAnswer(kept: Kept, fact: string, value: Literal | null): Kept {
  const { [fact]: _, ...rest } = kept.said
  const own = fact in kept.known && same(kept.known[fact], value)
  return { ...kept, said: own ? rest : { ...rest, [fact]: value } }
}

/** Whether a fact is asked of this person, as far as it can be told: what is settled by another answer isn't. */
export function stillAsked(rules: RulesOnDay, fact: string, answers: Answers): boolean {
  const said = answers[fact]
  return said === undefined || said === null || same(rules.fact(fact, answers), said)
}

/** From where an answer comes; undefined where there is none. */
export function originOf({ said, known }: Kept, fact: string): 'said' | 'known' | undefined {
  if (said[fact] !== undefined) return 'said'
  return known[fact] !== undefined ? 'known' : undefined
}
