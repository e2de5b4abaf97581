/**
 * The functions' only clock. The local cloud and the tests move it by `QIHANG_CLOCK_OFFSET_MS` (milliseconds, may be
 * negative); it is read at each call, so a moved clock counts from the next call on.
 */
export const now = (): Date => {
  const offset = Number(process.env.QIHANG_CLOCK_OFFSET_MS ?? 0)
  return new Date(Date.now() + (Number.isFinite(offset) ? offset : 0))
}

/** A stopwatch for durations in milliseconds; never for a point in time. */
export const stopwatch = (): (() => number) => {
  const start = process.hrtime.bigint()
  return () => Math.round(Number(process.hrtime.bigint() - start) / 1e6)
}
