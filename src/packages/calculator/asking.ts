import { loadRules, type Answers, type Calculator } from '../../domain/policy'
import type { BeijingDate } from '../../domain/time'
import { pickedFrom } from './link'
import type { Book } from './readBook'

/** Rules of some policies alone; what they exclude or went into lies outside. */
function narrowed({ rules }: Pick<Book, 'rules'>, picked: readonly string[]): Calculator {
  const policies = pickedFrom(rules.policies, picked).map(({ excludes: _, mergedInto: __, ...policy }) => policy)
  return loadRules({ ...rules, policies, steps: [] })
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
  return answers => first?.next(answers) ?? all.next(answers)
}
