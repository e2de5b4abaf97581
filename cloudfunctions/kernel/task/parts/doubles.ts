import { hash64, type Hash64 } from './hash64'

/** Whom a row names and all it says, each in a normal form. */
export interface RowOfPerson {
  identity: string
  name: string
  content: string
}

/** `same`: repeats another row word for word; `otherContent`: says something else of the same person; `otherName`: the same number, another person. */
export type DoubleVerdict = 'same' | 'otherContent' | 'otherName'

/** A row that names the same identity as another one. */
export interface DoubledRow {
  row: number
  /** The other row, as a spreadsheet counts. */
  other: number
  verdict: DoubleVerdict
}

const SMALLEST = 1024

/** What is kept of the first row of each identity, by place. */
interface Columns {
  rows: Uint32Array
  identityHigh: Uint32Array
  identityLow: Uint32Array
  nameHigh: Uint32Array
  nameLow: Uint32Array
  contentHigh: Uint32Array
  contentLow: Uint32Array
}
const NAMES = ['rows', 'identityHigh', 'identityLow', 'nameHigh', 'nameLow', 'contentHigh', 'contentLow'] as const

const columnsOf = (size: number): Columns =>
  Object.fromEntries(NAMES.map(name => [name, new Uint32Array(size)])) as unknown as Columns

/**
 * Finds rows of one file that name the same person. Keeps 36 bytes a person and nothing of what the file says, so
 * that a file of any size fits beside everything else a step needs.
 */
export class DoubleFinder {
  private count = 0
  private first = columnsOf(SMALLEST)
  /** Place + 1 of an identity's first row, by its hash; 0 where none is. */
  private slots = new Uint32Array(SMALLEST * 2)
  private readonly doubles: { place: number; row: number; named: boolean; verdict: DoubleVerdict }[] = []
  /** Places whose identity goes by two names → the row of the second. */
  private readonly disputed = new Map<number, number>()

  add(row: number, person: RowOfPerson): void {
    const identity = hash64(person.identity)
    const name = hash64(person.name)
    const content = hash64(person.content)
    const slot = this.slotOf(identity)
    const place = this.slots[slot]! - 1
    if (place === -1) return this.keep(slot, row, identity, name, content)
    const { nameHigh, nameLow, contentHigh, contentLow } = this.first
    const named = nameHigh[place] === name.high && nameLow[place] === name.low
    const alike = contentHigh[place] === content.high && contentLow[place] === content.low
    if (!named && !this.disputed.has(place)) this.disputed.set(place, row)
    this.doubles.push({ place, row, named, verdict: named && alike ? 'same' : 'otherContent' })
  }

  /** Every row that is not to be taken as it stands, by its number. Where two names dispute an identity, each of its rows. */
  found(): DoubledRow[] {
    const rowOf = (place: number) => this.first.rows[place]!
    const found: DoubledRow[] = [...this.disputed].map(([place, other]) => ({
      row: rowOf(place),
      other,
      verdict: 'otherName',
    }))
    for (const { place, row, named, verdict } of this.doubles) {
      const disputing = this.disputed.get(place)
      if (disputing === undefined) found.push({ row, other: rowOf(place), verdict })
      else found.push({ row, other: named ? disputing : rowOf(place), verdict: 'otherName' })
    }
    return found.sort((a, b) => a.row - b.row)
  }

  /** The slot where an identity stands, or else will stand. */
  private slotOf({ high, low }: Hash64): number {
    const mask = this.slots.length - 1
    const { identityHigh, identityLow } = this.first
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const place = this.slots[slot]! - 1
      if (place === -1 || (identityHigh[place] === high && identityLow[place] === low)) return slot
    }
  }

  private keep(slot: number, row: number, identity: Hash64, name: Hash64, content: Hash64): void {
    const place = this.count++
    this.slots[slot] = place + 1
    const { first } = this
    first.rows[place] = row
    first.identityHigh[place] = identity.high
    first.identityLow[place] = identity.low
    first.nameHigh[place] = name.high
    first.nameLow[place] = name.low
    first.contentHigh[place] = content.high
    first.contentLow[place] = content.low
    if (this.count === first.rows.length) this.grow()
  }

  private grow(): void {
    const larger = columnsOf(this.count * 2)
    for (const name of NAMES) larger[name].set(this.first[name])
    this.first = larger
    this.slots = new Uint32Array(this.count * 4)
    for (let place = 0; place < this.count; place += 1) {
      const identity = { high: larger.identityHigh[place]!, low: larger.identityLow[place]! }
      this.slots[this.slotOf(identity)] = place + 1
    }
  }
}
