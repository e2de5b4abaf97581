import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { IndexAccess, KeyRange, Plan } from './planner'
import { indexTableOf, tableOf } from './schema'
import { docFromWire, type Doc } from './values'

interface Row {
  n: number
  doc: string
}

/** Reads the documents a plan leads to, as a stream. */
export class Reader {
  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly collection: string,
  ) {}

  *candidates(plan: Plan): Generator<{ n: number; doc: Doc }> {
    // One document may be reached through several ranges, or through several elements of an array.
    const seen = new Set<number>()
    for (const { n, doc } of this.rows(plan)) {
      if (plan.kind === 'index') {
        if (seen.has(n)) continue
        seen.add(n)
      }
      yield { n, doc: docFromWire(doc, 0) }
    }
  }

  size(): number {
    const row = this.database.prepare(`SELECT count(*) AS total FROM ${tableOf(this.collection)}`).get()
    return Number((row as { total: number }).total)
  }

  private *rows(plan: Plan): Generator<Row> {
    if (plan.kind === 'scan') {
      yield* this.select(`SELECT d.n, d.doc FROM ${tableOf(this.collection)} d ORDER BY d.id`, [])
      return
    }
    for (const access of plan.accesses) {
      for (const range of access.ranges) yield* this.range(access, range, plan.sorted === 'backward')
    }
  }

  private *range({ index }: IndexAccess, { from, to }: KeyRange, backward: boolean): Generator<Row> {
    const table = tableOf(this.collection)
    const byId = index.name === '_id_'
    const source = byId
      ? `${table} d`
      : `${indexTableOf(this.collection, index.name)} i CROSS JOIN ${table} d ON d.n = i.n`
    const key = byId ? 'd.id' : 'i.key'
    const conditions = [`${key} >= ?`, ...(to === undefined ? [] : [`${key} < ?`])].join(' AND ')
    const order = `${key} ${backward ? 'DESC' : 'ASC'}`
    yield* this.select(
      `SELECT d.n, d.doc FROM ${source} WHERE ${conditions} ORDER BY ${order}`,
      to === undefined ? [from] : [from, to],
    )
  }

  private *select(sql: string, parameters: Buffer[]): Generator<Row> {
    // Not cached: a statement that is being iterated cannot be used a second time (a $lookup into the same collection would).
    for (const row of this.database.prepare(sql).iterate(...parameters)) yield row as unknown as Row
  }
}
