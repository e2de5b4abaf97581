import type { RuleBook } from './book'

export interface Mentions {
  /** What people are asked, derived facts followed down to it. */
  facts: ReadonlySet<string>
  /** Dated constants, also those of derived facts. */
  parameters: ReadonlySet<string>
}

/**
 * What a part of a rule rests on: any condition, expression, line or version. In the order of the rule.
 *
 * @param parts undefined ones mention nothing
 */
export function mentionsOf({ derived }: Pick<RuleBook, 'derived'>, ...parts: readonly unknown[]): Mentions {
  const facts = new Set<string>()
  const parameters = new Set<string>()
  const followed = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const { fact, parameter } = part as { fact?: unknown; parameter?: unknown }
    if (typeof parameter === 'string') parameters.add(parameter)
    if (typeof fact === 'string' && !followed.has(fact)) {
      const made = derived.find(({ id }) => id === fact)
      if (made) {
        followed.add(fact)
        look('when' in made ? made.when : made.value)
      } else facts.add(fact)
    }
    Object.values(part).forEach(look)
  }
  parts.forEach(look)
  return { facts, parameters }
}
