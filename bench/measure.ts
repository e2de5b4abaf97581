/** One measured figure beside its goal. */
export interface Measure {
  name: string
  value: number
  unit: string
  goal: string
  ok: boolean
}

/** A figure that must not be above its limit. */
export const atMost = (name: string, value: number, limit: number, unit: string): Measure => ({
  name,
  value: Math.round(value * 10) / 10,
  unit,
  goal: `≤ ${limit}`,
  ok: value <= limit,
})
