import {
  loadRules,
  type Answers,
  type Calculator,
  type FactRule,
  type Literal,
  type RulesOnDay,
} from '../../domain/policy'
import type { BeijingDate } from '../../domain/time'
import { pickedFrom } from './link'
import type { Book } from './readBook'

/** Rules of some policies alone; what they exclude or went into lies outside. */
function narrowed({ rules }: Pick<Book, 'rules'>, picked: readonly string[]): Calculator {
  const policies = pickedFrom(rules.policies, picked).map(({ excludes: _, mergedInto: __, ...policy }) => policy)
  return loadRules({ ...rules, policies, steps: [] })
}

/**
 * The question that decides most. What is asked only of some, where the person doesn't know whether they are of them, is left
 * to the cards it could decide: who can't say whether they have a licence isn't asked for its day.
 */
function nextOf(rules: RulesOnDay, answers: Answers): string | undefined {
  const fact = rules.next(answers)
  // the engine puts these last, after everything that could tell
  return fact !== undefined && rules.isAsked(fact, answers) === 'unknown' ? undefined : fact
}

/**
 * Which question comes next: those that decide what was picked out first, then those that decide most.
 *
 * @param picked ids or numbers of policies somebody has sent, or none
 */
export function makeNext(
  book: Book,
  on: BeijingDate,
  picked: readonly string[] = [],
): (answers: Answers) => string | undefined {
  const all = book.calculator.on(on)
  const first = picked.length > 0 ? narrowed(book, picked).on(on) : undefined
  return answers => (first && nextOf(first, answers)) ?? nextOf(all, answers)
}

/** The plainest answer to a question: that there is nothing of it. */
function plainly({ type, options = [], from = 0 }: FactRule, on: BeijingDate): Literal {
  switch (type) {
    case 'boolean':
      return false
    case 'date':
      return on
    case 'count':
    case 'money':
      return from
    case 'choice':
      return options[0] ?? ''
    case 'set':
      return options.includes('none') ? ['none'] : []
  }
}

/** About how many more questions there are: so many as somebody is asked who has nothing out of the ordinary to tell. */
export function leftToAsk(
  { rules }: Pick<Book, 'rules'>,
  on: BeijingDate,
  next: (answers: Answers) => string | undefined,
  answers: Answers,
): number {
  let said = answers
  for (let count = 0; count <= rules.facts.length; count++) {
    const fact = rules.facts.find(({ id }) => id === next(said))
    if (!fact) return count
    said = { ...said, [fact.id]: plainly(fact, on) }
  }
  return rules.facts.length
}
