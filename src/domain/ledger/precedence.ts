/**
 * Whose word stands where sources differ, the first of each line before the rest; every word is kept with its source and
 * date. A list never replaces what the person or staff said; of two lists of a kind the newer one speaks. Who stands on both
 * kinds has their schooling from the graduates' list and their registration from the registered youth's
 * (roster/mergeRoster.ts). Who somebody is (name, hukou, death) is public security's to say, and a difference goes to the
 * conflict queue: nobody is overwritten silently. A destination goes by how it was verified (destination/verification.ts),
 * then by its day.
 */
export const PRECEDENCE = {
  phone: ['self', 'staff', 'roster'],
  education: ['self', 'staff', 'roster'],
  intention: ['self', 'staff', 'roster'],
  district: ['self', 'staff', 'distribution'],
  identity: ['publicSecurity', 'roster', 'self'],
} as const

export type PrecedenceFact = keyof typeof PRECEDENCE
export type FactSource = (typeof PRECEDENCE)[PrecedenceFact][number]

/** Whether a source's word on a fact may take the place of another's; its own newer word may. */
export function mayReplace(fact: PrecedenceFact, source: FactSource, standing: FactSource): boolean {
  const order: readonly FactSource[] = PRECEDENCE[fact]
  const [rank, standingRank] = [order.indexOf(source), order.indexOf(standing)]
  return rank !== -1 && (standingRank === -1 || rank <= standingRank)
}
