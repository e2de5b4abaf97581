/** Rules that can't be used as they are; the message says which and why. */
export class PolicyRulesError extends Error {
  override name = 'PolicyRulesError'
}

/** Refuses a rule. */
export function refuse(where: string, what: string): never {
  throw new PolicyRulesError(`${where}: ${what}`)
}

/** Refuses what none of the shapes has room for: a word that isn't understood may have meant something. */
export function refuseOthers(value: unknown, shapes: readonly (readonly string[])[], where: string): void {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  if (keys.length === 0 || !shapes.some(shape => keys.every(key => shape.includes(key))))
    refuse(where, `no rule is written with ${keys.join(', ') || 'nothing'}`)
}
