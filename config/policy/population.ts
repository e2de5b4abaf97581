import type { Answers, FactRule, Literal } from '../../src/domain/policy'
import { addDays, addMonths, daysBetween, type BeijingDate } from '../../src/domain/time'

/** A number in [0, 1) that follows from the seed alone: the same people on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Between which days a date lies, months from the day that is asked about; the rest lies in the last years, some just ahead. */
const SPANS: Record<string, readonly [from: number, to: number]> = { bornOn: [-32 * 12, -16 * 12] }
const SPAN: readonly [number, number] = [-48, 2]

/** Numbers are small more often than large; months of contributions reach into every tier all the same. */
const HIGHEST: Partial<Record<FactRule['type'], number>> = { count: 300, money: 3_000_000 }

/** One in so many doesn't know an answer. */
const UNKNOWN_SHARE = 0.04

function valueOf(fact: FactRule, day: BeijingDate, random: () => number): Literal | null {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  if (random() < UNKNOWN_SHARE) return null
  switch (fact.type) {
    case 'boolean':
      return random() < 0.5
    case 'choice':
      return pick(fact.options ?? [])
    case 'set': {
      const some = (fact.options ?? []).filter(option => option !== 'none' && random() < 0.15)
      return some.length > 0 || !fact.options?.includes('none') ? some : ['none']
    }
    case 'date': {
      const [from, to] = (SPANS[fact.id] ?? SPAN).map(months => addMonths(day, months)) as [string, string]
      return addDays(from, Math.floor(random() * (daysBetween(from, to) + 1)))
    }
    case 'count':
    case 'money': {
      const least = fact.from ?? 0
      const most = Math.min(fact.to ?? Infinity, HIGHEST[fact.type] ?? Infinity)
      return least + Math.floor(random() ** 2 * (most - least + 1))
    }
  }
}

/** Made-up people, each with an answer to every fact; the same for the same seed, facts and day. */
export function population(facts: readonly FactRule[], day: BeijingDate, people: number, seed: number): Answers[] {
  const random = seeded(seed)
  return Array.from({ length: people }, () =>
    Object.fromEntries(facts.map(fact => [fact.id, valueOf(fact, day, random)])),
  )
}
