import { refuse } from './fault'

/**
 * Each after those it needs; the book's order otherwise. Refuses two of one id, one that isn't there, and a circle.
 *
 * @param what they are: `fact`, `step`
 */
export function inOrder<T extends { id: string }>(
  what: string,
  rules: readonly T[],
  needs: (rule: T) => Iterable<string>,
): T[] {
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  if (byId.size !== rules.length) refuse(`${what}s`, 'two of one id')
  const placed = new Set<T>()
  const open = new Set<T>()
  const place = (rule: T): void => {
    if (placed.has(rule)) return
    const where = `${what} ${rule.id}`
    if (open.has(rule)) refuse(where, 'needs itself')
    open.add(rule)
    for (const id of needs(rule)) place(byId.get(id) ?? refuse(where, `no ${what} ${id}`))
    placed.add(rule)
  }
  rules.forEach(place)
  return [...placed]
}
