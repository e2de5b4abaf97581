import type { SortKey } from './planner'
import { isDoc, type Doc, type Value } from './values'

/** A scan of more documents than this is worth a word, whatever the collection's size. */
export const MANY_SCANNED = 1_000
/** From this size on, a query without an index is worth a word. */
export const SMALL_COLLECTION = 200

export interface Visit {
  collection: string
  criteria: Doc
  sort: readonly SortKey[]
  usedIndex: boolean
  scanned: number
  collectionSize: () => number
}

/** Says once for each query shape that it reads too much. Shapes name fields and operators, never values. */
export class ShapeWarnings {
  private readonly said = new Set<string>()

  constructor(private readonly say: (line: string) => void) {}

  note(visit: Visit): void {
    const tooMany = visit.scanned > MANY_SCANNED
    if (visit.usedIndex && !tooMany) return
    const shape = `${visit.collection} where ${shapeOf(visit.criteria)}${sortShape(visit.sort)}`
    if (this.said.has(shape)) return
    if (!tooMany && visit.collectionSize() <= SMALL_COLLECTION) return
    this.said.add(shape)
    const reason = visit.usedIndex ? 'its index leaves too many documents' : 'no index fits'
    this.say(`slow query: ${shape}: read ${visit.scanned} documents, ${reason}`)
  }
}

function shapeOf(value: Value): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].join(', ')}]`
  if (!isDoc(value)) return '?'
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${key === '$in' || key === '$nin' ? '[?]' : shapeOf(each)}`)
    .join(', ')} }`
}

const sortShape = (sort: readonly SortKey[]): string =>
  sort.length === 0 ? '' : ` order by ${sort.map(key => `${key.field} ${key.direction}`).join(', ')}`
