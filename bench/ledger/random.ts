/**
 * xorshift32 (Marsaglia, "Xorshift RNGs", 2003, shifts 13, 17, 5) with its state scattered from the seed: the same seed gives the
 * same numbers on every machine. For made-up data, for nothing that must not be guessed.
 */
export class Random {
  private state: number

  constructor(seed: number) {
    // neighbouring seeds must not begin alike, and zero would stay zero
    const mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
    this.state = (Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) ^ 0x9e3779b9) >>> 0 || 1
    for (let warmUp = 0; warmUp < 4; warmUp += 1) this.next()
  }

  /** A whole number from 0, below 2^32. */
  next(): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (this.state = x >>> 0)
  }

  below(count: number): number {
    return Math.floor((this.next() / 2 ** 32) * count)
  }

  /** True `n` times of a thousand. */
  perMille(n: number): boolean {
    return this.below(1_000) < n
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!
  }
}

/** One of the choices, each as often of a thousand as its number says; undefined for the rest. */
export function oneOf<K extends string>(random: Random, perMille: Record<K, number>): K | undefined {
  let left = random.below(1_000)
  for (const [choice, share] of Object.entries(perMille) as [K, number][]) if ((left -= share) < 0) return choice
  return undefined
}
