import type { Random } from './random'

/** Rows that come again further down in a file: each is said in advance, waits a while, and is sure to come. */
export class Later<Row> {
  private readonly waiting: Row[] = []

  /** @param most how many wait at a time; the longer, the further apart a row and its double stand */
  constructor(
    private readonly random: Random,
    private readonly most: number,
  ) {}

  get length(): number {
    return this.waiting.length
  }

  add(row: Row): void {
    this.waiting.push(row)
  }

  /** One that waits, where too many do, or where the file nears its end. */
  due(ending = false): Row | undefined {
    if (this.waiting.length === 0 || (!ending && this.waiting.length <= this.most)) return undefined
    return this.waiting.splice(this.random.below(this.waiting.length), 1)[0]
  }
}
