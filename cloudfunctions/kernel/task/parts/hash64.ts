/** A 64-bit hash as two halves, each an unsigned 32-bit number. */
export interface Hash64 {
  high: number
  low: number
}

const PRIMES = [0x01000193, 0x9e3779b1] as const

/** Scatters a half's bits, so that any of them may choose a slot. */
function scattered(half: number): number {
  let mixed = Math.imul(half ^ (half >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * Hashes a text within one process: fast, without a key, for nothing that is stored. Among 500,000 texts two different ones
 * are taken for the same once in a hundred million files.
 */
export function hash64(text: string): Hash64 {
  let high = 0x811c9dc5
  let low = text.length
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, PRIMES[0])
    high ^= high >>> 15
    low = Math.imul(low ^ code, PRIMES[1])
    low ^= low >>> 13
  }
  return { high: scattered(high), low: scattered(low) }
}
