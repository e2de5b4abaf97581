import { applyEffect } from '../kernel/effects'
import { faultText } from '../kernel/log'
import type { TimerCall } from '../kernel/procedure'

/** A step ends after this long, well within a function's limit (DESIGN, settled 9). */
const MOST_MS = 40_000
/** A change's own call applies its effects at once; only what is older was cut off. */
const CUT_OFF_AFTER_MS = 30_000
const PAGE = 50
const MOST_ENTRIES = 1000
/** When an interface of WeChat's is down, asking it for every text or message would fill the whole step. */
const MOST_VAIN_TRIES = 5

/** Applies what was left pending, oldest first, bounded in time and number; what is left stands there for the next run. */
export async function run(_input: object, call: TimerCall) {
  const ledger = call.store.ledgerOf('city')
  const before = call.now.getTime() - CUT_OFF_AFTER_MS
  const counts = { drained: 0, rechecked: 0 }
  const vain = new Map<string, number>()
  const vainly = (kind: string) => vain.get(kind) ?? 0
  let after = 0
  for (let seen = 0; seen < MOST_ENTRIES;) {
    const entries = await ledger.findPending(after, before, PAGE)
    for (const entry of entries) {
      for (const effect of entry.pending) {
        if (call.elapsed() > MOST_MS) return { ...counts, left: true }
        if (vainly(effect.kind) >= MOST_VAIN_TRIES) continue
        try {
          if (!(await applyEffect(entry, effect, call))) vain.set(effect.kind, vainly(effect.kind) + 1)
          else if (effect.kind === 'recheckText') counts.rechecked += 1
          else counts.drained += 1
        } catch (error) {
          call.note(`effect ${effect.kind}: ${faultText(error)}`)
        }
      }
    }
    if (entries.length < PAGE) return { ...counts, left: vain.size > 0 }
    seen += entries.length
    after = nextAfter(
      entries.map(entry => entry.pendingSince),
      after,
    )
  }
  return { ...counts, left: true }
}

/**
 * Where the next page begins. Entries of one millisecond may be split by a page, so the page begins again at its last
 * millisecond, unless the whole page was of that one.
 */
function nextAfter(times: number[], after: number): number {
  const last = times.at(-1) ?? after
  return last - 1 > after ? last - 1 : last
}
