/** A limit an instance keeps in memory, for reads: it guards against a loop gone wild, not against counting. */
export interface MemoryLimit {
  /** True where the call may go on. */
  admit(key: string, nowMs: number): boolean
}

const MOST_KEYS = 5000

/** `perSecond` in the long run, `burst` at once, for each key (GCRA). The keys longest unseen are forgotten first. */
export function memoryLimit({ perSecond, burst }: { perSecond: number; burst: number }): MemoryLimit {
  const interval = 1000 / perSecond
  const arrivals = new Map<string, number>()
  return {
    admit(key, nowMs) {
      const arrival = Math.max(arrivals.get(key) ?? 0, nowMs)
      if (arrival - nowMs > interval * (burst - 1)) return false
      arrivals.delete(key)
      arrivals.set(key, arrival + interval)
      if (arrivals.size > MOST_KEYS)
        for (const oldest of arrivals.keys()) if (arrivals.size > MOST_KEYS) arrivals.delete(oldest)
      return true
    },
  }
}
