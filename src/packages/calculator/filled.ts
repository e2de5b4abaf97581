/**
 * A text, or all texts in it, with what was said and what is in force in their places.
 *
 * @param say fills one: `{insuredMonths}` becomes 7 个月
 */
export function filled<T>(text: T, say: (template: string) => string): T {
  if (typeof text === 'string') return say(text) as T
  if (Array.isArray(text)) return text.map(part => filled<unknown>(part, say)) as T
  if (typeof text !== 'object' || text === null) return text
  return Object.fromEntries(Object.entries(text).map(([key, part]) => [key, filled<unknown>(part, say)])) as T
}
