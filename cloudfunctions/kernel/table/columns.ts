import { comparable } from './columnName'

/** A field and every name its column goes by: Chinese headings, aac codes. */
export interface KnownColumn<F extends string> {
  field: F
  names: string[]
}

export interface Recognised<F extends string> {
  /** Field → index of its column. */
  columns: Map<F, number>
  /** Headings nobody knows, as they stand in the file. */
  unknown: string[]
  /** Fields without a column. */
  missing: F[]
  /** Fields of the mapping whose heading is not in the file. */
  misled: F[]
  /** Where two columns go by the name by which a field was found. */
  twice: { first: number; second: number }[]
}

/**
 * Finds each field's column by its heading. What `mapping` says goes before the known names; it compares as loosely as they do. When two
 * columns go by names of the same field, the name that stands first in `names` wins and the other is unknown.
 */
export function recogniseColumns<F extends string>(
  header: readonly string[],
  known: readonly KnownColumn<F>[],
  mapping: Partial<Record<F, string>> = {},
): Recognised<F> {
  const places = new Map<string, number[]>()
  header.forEach((name, index) => {
    const key = comparable(name)
    if (key !== '') places.set(key, [...(places.get(key) ?? []), index])
  })
  const twice: Recognised<F>['twice'] = []
  const columns = new Map<F, number>()
  const misled: F[] = []
  const taken = new Set<number>()
  const claim = (field: F, names: readonly string[]): boolean => {
    const found = names
      .map(name => places.get(comparable(name)))
      .find(indices => indices !== undefined && !taken.has(indices[0]!))
    if (!found) return false
    const [place, second] = found as [number, number?]
    if (second !== undefined) twice.push({ first: place, second })
    columns.set(field, place)
    taken.add(place)
    return true
  }
  for (const { field } of known) {
    const told = mapping[field]
    if (told !== undefined && !claim(field, [told])) misled.push(field)
  }
  for (const { field, names } of known) if (mapping[field] === undefined) claim(field, names)
  return {
    columns,
    unknown: header.filter((name, index) => name.trim() !== '' && !taken.has(index)),
    missing: known.map(({ field }) => field).filter(field => !columns.has(field)),
    misled,
    twice,
  }
}
