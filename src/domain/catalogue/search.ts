import type { Major, School } from './schema'

interface Named {
  name: string
  code?: string | undefined
  aliases?: string[] | undefined
}

/** Full-width to half-width, lower case, no spaces or brackets: what people vary without meaning anything by it. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()·,，。、-]/g, '')

/** Whether all of `part`'s characters stand in `whole` in that order, beginning with its first: 北工大 in 北京工业大学. */
function abbreviates(part: string, whole: string): boolean {
  if (part.length < 2 || part[0] !== whole[0]) return false
  let at = 0
  for (const character of part) {
    at = whole.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** How well an item answers, 0 best; undefined where it doesn't. */
function rank(item: Named, query: string): number | undefined {
  const name = plain(item.name)
  const aliases = (item.aliases ?? []).map(plain)
  if (name === query || item.code?.toLowerCase() === query) return 0
  if (aliases.includes(query)) return 1
  if (name.startsWith(query)) return 2
  if (aliases.some(alias => alias.startsWith(query)) || item.code?.toLowerCase().startsWith(query)) return 3
  if (name.includes(query)) return 4
  if (abbreviates(query, name)) return 5
  return undefined
}

function search<T extends Named>(items: readonly T[], q: string, limit: number): T[] {
  const query = plain(q)
  if (query === '') return []
  const found = items.flatMap((item, order) => {
    const ranked = rank(item, query)
    return ranked === undefined ? [] : [{ item, ranked, order }]
  })
  found.sort((a, b) => a.ranked - b.ranked || a.item.name.length - b.item.name.length || a.order - b.order)
  return found.slice(0, Math.max(0, limit)).map(({ item }) => item)
}

/**
 * Institutions for what a person typed, best first: the exact name, code or nickname, then names that begin with it,
 * contain it, or are abbreviated by it. Empty for nothing typed.
 */
export const searchSchools = (schools: readonly School[], q: string, limit: number): School[] =>
  search(schools, q, limit)

/** Majors for what a person typed, ranked like schools. */
export const searchMajors = (majors: readonly Major[], q: string, limit: number): Major[] => search(majors, q, limit)
