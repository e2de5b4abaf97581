/** Cuts a name around the part that was typed; without a plain match all of it is `before`. */
export function splitMatch(name: string, query: string): { before: string; match: string; after: string } {
  const at = query === '' ? -1 : name.indexOf(query)
  if (at < 0) return { before: name, match: '', after: '' }
  return { before: name.slice(0, at), match: query, after: name.slice(at + query.length) }
}
