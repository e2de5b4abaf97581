import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CollectionDeclaration } from '../declaration'
import { checkCriteria, matcher } from './criteria'
import { refused } from './errors'
import { plan, type KnownIndex, type Plan, type SortKey } from './planner'
import { Reader } from './reader'
import { inTransaction } from './schema'
import type { ShapeWarnings } from './shape-warnings'
import { TopList } from './top-list'
import { checkedUpdate, unchanged, updated } from './update'
import { toWire, type Doc } from './values'
import { Writer } from './writer'

export interface Find {
  criteria: Doc
  sort: SortKey[]
  offset: number
  limit: number
}

interface Stored {
  n: number
  doc: Doc
}

/** Documents of one collection. Every method is synchronous and, where it writes, one SQLite transaction. */
export class Collection {
  private readonly reader: Reader
  private readonly writer: Writer

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly declaration: CollectionDeclaration,
    private readonly warnings: ShapeWarnings,
  ) {
    this.writer = new Writer(database, declaration)
    this.reader = new Reader(database, declaration.name)
  }

  find({ criteria, sort, offset, limit }: Find): Doc[] {
    checkCriteria(criteria)
    const chosen = this.plan(criteria, sort)
    const sortedAlready = sort.length === 0 || (chosen.kind === 'index' && chosen.sorted !== 'no')
    const wanted = offset + limit
    const found = sortedAlready ? new TopList([], wanted) : new TopList(sort, wanted)
    for (const { doc } of this.matching(criteria, sort, chosen)) {
      found.add(doc)
      if (sortedAlready && found.size >= wanted) break
    }
    return found.take(offset)
  }

  count(criteria: Doc): number {
    checkCriteria(criteria)
    if (Object.keys(criteria).length === 0) return this.reader.size()
    let total = 0
    for (const each of this.matching(criteria, [], this.plan(criteria, []))) total += each.n > 0 ? 1 : 0
    return total
  }

  /** Streams the matching documents in no particular order. */
  *each(criteria: Doc): Generator<Doc> {
    checkCriteria(criteria)
    for (const { doc } of this.matching(criteria, [], this.plan(criteria, []))) yield doc
  }

  /**
   * Inserts in order and stops at the first row that is refused; rows before it stand, and the error says which row it was.
   */
  insert(docs: Doc[]): void {
    let done = 0
    let failure: unknown
    inTransaction(this.database, () => {
      for (const doc of docs) {
        try {
          this.writer.insert(doc)
          done += 1
        } catch (error) {
          failure = error
          return
        }
      }
    })
    if (failure === undefined) return
    if (docs.length > 1 && failure instanceof Error)
      failure.message += ` (row ${done} of ${docs.length}, counted from 0; ${done} inserted)`
    throw failure
  }

  /** Applies an update of operators to one or all matching documents, in one transaction. Counts those that changed. */
  update(
    criteria: Doc,
    update: Doc,
    options: { multi: boolean; now: number },
  ): { updated: number; doc: Doc | undefined } {
    checkCriteria(criteria)
    checkedUpdate(update)
    return inTransaction(this.database, () => {
      let count = 0
      let last: Doc | undefined
      for (const { n, doc } of this.toWrite(criteria, options.multi)) {
        const after = updated(doc, update, options.now)
        last = after
        if (unchanged(doc, after)) continue
        this.writer.replace(n, doc, after)
        count += 1
      }
      return { updated: count, doc: last }
    })
  }

  /** Replaces the one document with this `_id`, or inserts it. */
  put(doc: Doc): 'inserted' | 'updated' | 'unchanged' {
    return inTransaction(this.database, () => {
      const [standing] = this.toWrite({ _id: doc._id ?? null }, false)
      if (standing === undefined) {
        this.writer.insert(doc)
        return 'inserted'
      }
      if (unchanged(standing.doc, doc)) return 'unchanged'
      this.writer.replace(standing.n, standing.doc, doc)
      return 'updated'
    })
  }

  remove(criteria: Doc, multi: boolean): number {
    checkCriteria(criteria)
    return inTransaction(this.database, () => {
      const doomed = this.toWrite(criteria, multi)
      for (const { n, doc } of doomed) this.writer.remove(n, doc)
      return doomed.length
    })
  }

  /** How a query would be answered; for tests and for people who tune indexes. */
  explain(criteria: Doc, sort: SortKey[]): { index: string[]; sorted: boolean; candidates: number } {
    checkCriteria(criteria)
    const chosen = this.plan(criteria, sort)
    let candidates = 0
    for (const each of this.reader.candidates(chosen)) candidates += each.n > 0 ? 1 : 0
    if (chosen.kind === 'scan') return { index: [], sorted: false, candidates }
    return { index: chosen.accesses.map(access => access.index.name), sorted: chosen.sorted !== 'no', candidates }
  }

  private plan(criteria: Doc, sort: readonly SortKey[]): Plan {
    return plan(criteria, sort, this.known())
  }

  private known(): KnownIndex[] {
    const byId: KnownIndex = {
      index: { name: '_id_', keys: [{ field: '_id', direction: 1 }], unique: true },
      multikey: false,
    }
    return [byId, ...this.declaration.indexes.map(index => ({ index, multikey: this.writer.isMultikey(index.name) }))]
  }

  private *matching(criteria: Doc, sort: readonly SortKey[], chosen: Plan): Generator<Stored> {
    const matches = matcher(criteria)
    let scanned = 0
    try {
      for (const stored of this.reader.candidates(chosen)) {
        scanned += 1
        let matched: boolean
        try {
          matched = matches(stored.doc)
        } catch (error) {
          throw refused(error instanceof Error ? error.message : 'the query cannot be applied')
        }
        if (matched) yield stored
      }
    } finally {
      const usedIndex = chosen.kind === 'index'
      this.warnings.note({
        collection: this.declaration.name, criteria, sort, usedIndex, scanned, collectionSize: () => this.reader.size(),
      }) // prettier-ignore
    }
  }

  /** Collected before the first write: a cursor must not walk over an index that is being changed. */
  private toWrite(criteria: Doc, multi: boolean): Stored[] {
    const found: Stored[] = []
    for (const stored of this.matching(criteria, [], this.plan(criteria, []))) {
      found.push(stored)
      if (!multi) break
    }
    return found
  }

  /** All documents as canonical EJSON lines, in `_id` order. */
  *lines(): Generator<string> {
    for (const { doc } of this.reader.candidates({ kind: 'scan' })) yield toWire(doc)
  }
}
