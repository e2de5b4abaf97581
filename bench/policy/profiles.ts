import type { Answers, Calculator, FactRule, Literal } from '../../src/domain/policy'
import { addDays, daysBetween, type BeijingDate } from '../../src/domain/time'
import { Random } from '../ledger/random'

/** Between which days and numbers made-up people's answers lie; the rest of what may be said is rare and decides alike. */
const DAYS: Record<string, readonly [BeijingDate, BeijingDate]> = {
  bornOn: ['1992-01-01', '2008-12-31'],
  graduatedOn: ['2021-06-01', '2025-07-31'],
}
const OTHER_DAYS = ['2022-01-01', '2024-12-31'] as const
const NUMBERS: Record<string, readonly [number, number]> = { insuredMonths: [0, 120], insuredHereMonths: [0, 24] }
const MOST = 5_000_000

function made(fact: FactRule, random: Random): Literal {
  const { id, type, options = [], from = 0, to = MOST } = fact
  switch (type) {
    case 'boolean':
      return random.perMille(500)
    case 'date': {
      const [first, last] = DAYS[id] ?? OTHER_DAYS
      return addDays(first, random.below(daysBetween(first, last) + 1))
    }
    case 'count':
    case 'money': {
      const [least, most] = NUMBERS[id] ?? [from, Math.min(to, MOST)]
      return least + random.below(most - least + 1)
    }
    case 'choice':
      return random.of(options)
    case 'set':
      return options.filter(option => option !== 'none' && random.perMille(120))
  }
}

/** Made-up people who have answered everything they are asked. The same seed makes the same people. */
export function completeProfiles(calculator: Calculator, on: BeijingDate, count: number, seed: number): Answers[] {
  const random = new Random(seed)
  const rules = calculator.on(on)
  return Array.from({ length: count }, () => {
    const answers: Record<string, Literal> = {}
    // what decides whether something is asked stands before it
    for (const fact of calculator.book.facts)
      if (rules.isAsked(fact.id, answers) !== 'no') answers[fact.id] = made(fact, random)
    return answers
  })
}
