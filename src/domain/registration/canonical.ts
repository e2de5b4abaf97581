/** JSON with sorted keys, in which absent and empty values don't count: two statements of the same are the same text. */
export function canonicalJson(value: unknown): string {
  if (!counts(value)) return ''
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(each => (counts(each) ? canonicalJson(each) : 'null')).join(',')}]`
  const told = value as Record<string, unknown>
  const members = Object.keys(told)
    .filter(key => counts(told[key]))
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(told[key])}`)
  return `{${members.join(',')}}`
}

const counts = (value: unknown): boolean => value !== undefined && value !== ''
