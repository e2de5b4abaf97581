import { faultOf } from './faults'
import { backOff } from './retry'

/** As far as we use it, what `cloud.database()` gives. */
export interface CloudDatabase {
  command: Command
  collection(name: string): CloudCollection
}
export interface Command {
  set(value: unknown): unknown
  remove(): unknown
  inc(by: number): unknown
  pull(match: unknown): unknown
  push(values: { each: readonly unknown[] }): unknown
  exists(yes: boolean): unknown
  in(values: readonly unknown[]): unknown
  lt(value: unknown): unknown
  lte(value: unknown): { and(other: unknown): unknown }
  gt(value: unknown): { and(other: unknown): unknown }
  gte(value: unknown): unknown
  neq(value: unknown): unknown
  not(condition: unknown): unknown
  elemMatch(condition: object): unknown
  or(conditions: readonly unknown[]): unknown
  and(conditions: readonly unknown[]): unknown
}
interface CloudQuery {
  where(condition: unknown): CloudQuery
  orderBy(field: string, order: 'asc' | 'desc'): CloudQuery
  limit(most: number): CloudQuery
  field(fields: Record<string, boolean>): CloudQuery
  get(): Promise<{ data: unknown[] }>
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
interface CloudCollection extends CloudQuery {
  add(options: { data: object | readonly object[] }): Promise<unknown>
  aggregate(): CloudAggregate
}
interface CloudAggregate {
  match(condition: unknown): CloudAggregate
  unwind(path: string): CloudAggregate
  group(by: unknown): CloudAggregate
  limit(most: number): CloudAggregate
  end(): Promise<{ list: unknown[] }>
}

/** A document with the same unique key stands already. */
export class DuplicateKey extends Error {
  constructor(
    collection: string,
    readonly index: string | undefined,
  ) {
    super(`duplicate key in ${collection}${index ? ` (index ${index})` : ''}`)
    this.name = 'DuplicateKey'
  }
}

/** The database gave no answer: the write may have happened. The message carries nothing of the document. */
export class Unanswered extends Error {
  constructor(collection: string) {
    super(`no answer from the database (${collection})`)
    this.name = 'Unanswered'
  }
}

/** What one call does with the database: where it goes, how often, and its dice. */
export interface Connection {
  database: CloudDatabase
  /** Requests so far, retries included. */
  operations: { count: number }
  random: () => number
}

export interface Find {
  limit: number
  orderBy?: readonly (readonly [string, 'asc' | 'desc'])[]
  fields?: readonly string[]
}

const READ_TRIES = 3
/** How often in a row an insert of many may stay without an answer and without a row stored. */
const VAIN_INSERTS = 5
/** As many documents as one request reads at most. */
export const MOST_AT_ONCE = 1000

/** One collection over wx-server-sdk: each method is one counted request; a read whose answer was lost is asked again. */
export class Collection<T extends { _id: string }> {
  constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  get command(): Command {
    return this.connection.database.command
  }

  async find(condition: object, options: Find): Promise<T[]> {
    return this.read(async () => {
      let query = this.raw().where(condition)
      for (const [field, order] of options.orderBy ?? []) query = query.orderBy(field, order)
      if (options.fields) query = query.field(Object.fromEntries(options.fields.map(field => [field, true])))
      return (await query.limit(options.limit).get()).data as T[]
    })
  }

  async findOne(condition: object): Promise<T | undefined> {
    return (await this.find(condition, { limit: 1 }))[0]
  }

  /** Documents whose `field`, a unique one, is among at most 1,000 values: one request, projected, in no order. */
  async findIn(field: string, values: readonly string[], fields: readonly string[]): Promise<T[]> {
    if (values.length > MOST_AT_ONCE) throw new Error(`at most ${MOST_AT_ONCE} values at once`)
    if (values.length === 0) return []
    return this.find({ [field]: this.command.in([...values]) }, { limit: MOST_AT_ONCE, fields })
  }

  /** Throws `DuplicateKey` or `Unanswered`. */
  async insert(document: T): Promise<void> {
    await this.counted(() => this.raw().add({ data: withoutUndefined(document) }))
  }

  /** Inserts unless a document of that `_id` or unique key stands already: doing it twice is doing it once. */
  async insertOnce(document: T): Promise<void> {
    await this.insert(document).catch(error => {
      if (!(error instanceof DuplicateKey)) throw error
    })
  }

  /**
   * Inserts up to 1,000 documents, in one request if all goes well. Gives those that another document's unique key keeps out;
   * all others stand afterwards. A document of the same `_id` that stands already counts as inserted: doing it twice is doing it once.
   *
   * The database stops at a duplicate and doesn't say reliably which one it was, and an answer may be lost after any number of
   * rows: then what stands is read back. A row is held for a duplicate only where it was refused alone.
   */
  async insertMany(documents: readonly T[]): Promise<T[]> {
    if (documents.length > MOST_AT_ONCE) throw new Error(`at most ${MOST_AT_ONCE} documents at once`)
    const duplicates: T[] = []
    let rest = [...documents]
    let size = rest.length
    for (let vain = 0; rest.length > 0;) {
      const batch = rest.slice(0, size)
      const fault = await this.add(batch)
      if (!fault) {
        rest = rest.slice(batch.length)
        size *= 2
        vain = 0
        continue
      }
      const stored = await this.storedOf(batch)
      rest = rest.filter(({ _id }) => !stored.has(_id))
      if (fault instanceof DuplicateKey) {
        const [only] = batch
        const refused = batch.length === 1 && only && !stored.has(only._id)
        if (refused) duplicates.push(...rest.splice(0, 1))
        size = refused ? rest.length : 1
      } else {
        vain = stored.size > 0 ? 0 : vain + 1
        if (vain === VAIN_INSERTS) throw fault
        size = Math.ceil(batch.length / 2)
        await backOff(vain + 1, 50, this.connection.random)
      }
    }
    return duplicates
  }

  /** Changes at most one document that meets the condition; the number changed. Each value replaces the field as a whole. */
  async updateOne(condition: object, changes: object): Promise<number> {
    const answer = await this.counted(() => this.raw().where(condition).update({ data: changes, multi: false }))
    return answer.stats.updated
  }

  /** Changes every document that meets the condition; the changes must be the same the second time, or the condition no longer met. */
  async updateAll(condition: object, changes: object): Promise<void> {
    await this.read(async () => this.raw().where(condition).update({ data: changes, multi: true }))
  }

  /** Removes every document that meets the condition; the number removed. */
  async removeAll(condition: object): Promise<number> {
    const answer = await this.counted(() => this.raw().where(condition).remove())
    return answer.stats.removed
  }

  /** Removes what meets the condition; the number removed, by the try that was answered. Doing it twice is doing it once. */
  async remove(condition: object): Promise<number> {
    return this.read(async () => (await this.raw().where(condition).remove()).stats.removed)
  }

  async aggregate<R>(build: (pipeline: CloudAggregate) => CloudAggregate): Promise<R[]> {
    return this.read(async () => (await build(this.raw().aggregate()).end()).list as R[])
  }

  private raw(): CloudCollection {
    return this.connection.database.collection(this.name)
  }

  private async add(batch: readonly T[]): Promise<DuplicateKey | Unanswered | undefined> {
    try {
      await this.counted(() => this.raw().add({ data: batch.map(withoutUndefined) }))
      return undefined
    } catch (error) {
      if (error instanceof DuplicateKey || error instanceof Unanswered) return error
      throw error
    }
  }

  private async storedOf(batch: readonly T[]): Promise<Set<string>> {
    const ids = batch.map(({ _id }) => _id)
    return new Set((await this.findIn('_id', ids, ['_id'])).map(({ _id }) => _id))
  }

  private async read<R>(ask: () => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.counted(ask)
      } catch (error) {
        if (!(error instanceof Unanswered) || attempt === READ_TRIES) throw error
        await backOff(attempt, 50, this.connection.random)
      }
    }
  }

  private async counted<R>(ask: () => Promise<R>): Promise<R> {
    this.connection.operations.count += 1
    try {
      return await ask()
    } catch (error) {
      const fault = faultOf(error)
      if (fault.kind === 'duplicate') throw new DuplicateKey(this.name, fault.index)
      if (fault.kind === 'unanswered') throw new Unanswered(this.name)
      throw error
    }
  }
}

/** The SDK stores `undefined` as null; an absent field is what is meant. */
const withoutUndefined = <T extends object>(document: T): T => JSON.parse(JSON.stringify(document)) as T
