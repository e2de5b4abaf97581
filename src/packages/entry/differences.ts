import type { Said } from '../../components/said'

/** Which of two a person keeps: what they typed, or what stands there now. */
export type Choice = 'typed' | 'now'
export type Choices = Partial<Record<string, Choice>>

/** One answer that somebody else changed meanwhile, in words. */
export interface Difference {
  path: string
  name: string
  /** What stood there when the person opened the page. */
  then: string
  now: string
  typed: string
  /** Both changed it, each in another way: only the person can say which. Else what stands there now is kept. */
  asks: boolean
}

/** An answer that is compared; `same` where its words alone don't tell. */
export interface Compared<A> extends Said<A> {
  same?: (one: A, other: A) => boolean
}

const sameAnswers =
  <A>({ keys, same }: Compared<A>) =>
  (one: A, other: A): boolean =>
    same ? same(one, other) : keys.every(key => JSON.stringify(one[key] ?? null) === JSON.stringify(other[key] ?? null))

/**
 * What somebody else changed since the person opened the page, where it isn't what the person typed as well. Empty where
 * the two changes have nothing to do with each other.
 */
export function differences<A>(compared: readonly Compared<A>[], then: A, now: A, typed: A): Difference[] {
  return compared.flatMap(one => {
    const same = sameAnswers(one)
    if (same(then, now) || same(typed, now)) return []
    const { path, name, say } = one
    return [{ path, name, then: say(then), now: say(now), typed: say(typed), asks: !same(typed, then) }]
  })
}

/** Both changes in one: each answer as whoever changed it left it, and as the person chose where both did. */
export function merged<A>(compared: readonly Compared<A>[], then: A, now: A, typed: A, choices: Choices): A {
  let result = now
  for (const one of compared) {
    const same = sameAnswers(one)
    const untouched = same(typed, then)
    const mine = same(then, now) ? !untouched : !untouched && choices[one.path] === 'typed'
    if (mine) result = { ...result, ...Object.fromEntries(one.keys.map(key => [key, typed[key]])) }
  }
  return result
}
