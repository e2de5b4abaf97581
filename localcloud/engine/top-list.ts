import { inverted, keyOf } from './keys'
import type { SortKey } from './planner'
import { isDoc, type Doc, type Value } from './values'

interface Entry {
  doc: Doc
  key: Buffer
  arrived: number
}

/**
 * The first `wanted` documents in an order, without holding all that were seen. Without sort keys: the order of arrival.
 * An array is ordered by its smallest element, or by its largest when descending, as in MongoDB.
 */
export class TopList {
  private entries: Entry[] = []
  private arrivals = 0

  constructor(
    private readonly sort: readonly SortKey[],
    private readonly wanted: number,
  ) {}

  get size(): number {
    return this.entries.length
  }

  add(doc: Doc): void {
    this.entries.push({ doc, key: this.keyOf(doc), arrived: this.arrivals })
    this.arrivals += 1
    if (this.sort.length > 0 && this.entries.length > this.wanted * 2 + 1_000) this.order()
  }

  take(offset: number): Doc[] {
    this.order()
    return this.entries.slice(offset).map(entry => entry.doc)
  }

  private order(): void {
    if (this.sort.length > 0) this.entries.sort((a, b) => Buffer.compare(a.key, b.key) || a.arrived - b.arrived)
    if (this.entries.length > this.wanted) this.entries = this.entries.slice(0, this.wanted)
  }

  private keyOf(doc: Doc): Buffer {
    return Buffer.concat(
      this.sort.map(({ field, direction }) => {
        const keys = valuesAt(doc, field.split('.')).map(keyOf).sort(Buffer.compare)
        const first = (direction === 1 ? keys[0] : keys[keys.length - 1]) ?? keyOf(null)
        return direction === 1 ? first : inverted(first)
      }),
    )
  }
}

function valuesAt(value: Value | undefined, parts: readonly string[]): (Value | undefined)[] {
  if (Array.isArray(value)) return value.flatMap(each => (Array.isArray(each) ? [each] : valuesAt(each, parts)))
  const [first, ...rest] = parts
  if (first === undefined) return [value]
  return isDoc(value) ? valuesAt(value[first], rest) : [undefined]
}
