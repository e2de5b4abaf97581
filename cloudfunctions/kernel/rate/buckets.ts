/**
 * A durable limit by the generic cell rate algorithm: one number a bucket, the theoretical arrival time (`tat`, ms since
 * 1970). A call at `now` is admitted while `tat - now` ≤ the tolerance, and moves `tat` to `max(tat, now) + interval`.
 */
export interface Bucket {
  /** One more call each so many milliseconds. */
  intervalMs: number
  /** So many calls at once. */
  burst: number
}

/**
 * Filing is narrow, since each try says something about an ID number, also one that is refused; what the input alone rules
 * out isn't counted. Changes of one's own entry are wide: they guard against a loop gone wild, and 64 devices that correct
 * one entry at once, each reading again after a conflict, honestly need up to 64 + 63 + … + 1 = 2,080 tries.
 * A face check takes two calls and asks WeChat each time: five at once, then five an hour.
 */
export const BUCKETS = {
  file: { intervalMs: 60_000, burst: 10 },
  change: { intervalMs: 200, burst: 2_500 },
  face: { intervalMs: 360_000, burst: 10 },
} as const satisfies Record<string, Bucket>
export type BucketName = keyof typeof BUCKETS

/**
 * Answers that a number can't be registered from this account: each says that the number stands in the ledger, so that five
 * come in a row, then one in each fifth of a day. An honest person sees one or two, and the answer says where to go.
 */
export const ID_BOUND_BUCKET: Bucket = { intervalMs: (24 * 60 * 60 * 1000) / 5, burst: 5 }

/** A personal operator code: five wrong ones, then one more each three minutes. */
export const WRONG_CODE_BUCKET: Bucket = { intervalMs: 180_000, burst: 5 }

/** How far `tat` may lie ahead of now for a call to be admitted, ms. */
export const toleranceOf = ({ intervalMs, burst }: Bucket): number => intervalMs * (burst - 1)

/** Whole seconds until a call would be admitted; 0 where it would be now. */
export const secondsUntilAdmitted = (bucket: Bucket, tat: number, nowMs: number): number =>
  Math.max(0, Math.ceil((tat - toleranceOf(bucket) - nowMs) / 1000))

const WAITS = [
  ['秒', 1, 60],
  ['分钟', 60, 120 * 60],
  ['小时', 3600, Infinity],
] as const

/** The wait as a person reads it, rounded up. */
export function waitText(seconds: number): string {
  const [unit, length] = WAITS.find(([, , below]) => seconds < below)!
  return `${Math.max(1, Math.ceil(seconds / length))} ${unit}`
}
