import type { Hardship } from '../person'
import type { BeijingDate } from '../time'

/** A hardship certified by a department, with the day of the last list that said so; kept sealed in the entry. */
export interface Certified {
  hardship: Hardship
  source: 'civilAffairs' | 'disability'
  asOf: BeijingDate
}

/** Hardships that count: what the person told, and what departments have certified. */
export const hardshipsOf = (own: readonly Hardship[], certified: readonly Certified[]): Hardship[] => [
  ...new Set([...own, ...certified.map(({ hardship }) => hardship)]),
]
