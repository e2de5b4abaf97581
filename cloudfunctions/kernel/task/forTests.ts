import { Collection } from '../store/collection'
import type { Connection } from '../store'
import { CannotGoOn, type TaskKind } from './kind'

/** What the test's kind writes. */
export interface Row {
  _id: string
  key: string
  value: number
  /** The task that put it in or changed it last. */
  by: string
}

export interface RowsInput extends Record<string, unknown> {
  rows: number
  perChunk: number
  /** A chunk from this row on can't be done at all, or fails each time. */
  refusedFrom?: number
  failsFrom?: number
}
export interface RowsCheckpoint {
  next: number
  new: number
  changed: number
  same: number
}

export const rowOf = (n: number): { key: string; value: number } => ({ key: `k${n}`, value: n % 7 })

/**
 * Long work as an import is: rows are compared with what stands, new ones put in, others changed. `afterChunk` tells the test
 * that a chunk's writes are done.
 */
export function rowsKind(
  connectionOf: () => Connection,
  afterChunk: (id: string, chunk: number) => unknown = () => undefined,
): TaskKind<RowsInput, RowsCheckpoint> {
  const rows = () => new Collection<Row>(connectionOf(), 'rows')
  const drafts = () => new Collection<{ _id: string; of: string }>(connectionOf(), 'drafts')
  return {
    name: 'rows.write',
    exclusive: () => 'rows',

    async advance({ id, input, checkpoint = { next: 0, new: 0, changed: 0, same: 0 } }) {
      const { next } = checkpoint
      if (next >= (input.refusedFrom ?? Infinity)) throw new CannotGoOn('这份名单读不下去，请重新导出一份')
      if (next >= (input.failsFrom ?? Infinity)) throw new Error('张三 110101200203150011')
      if (next === 0) await drafts().insertOnce({ _id: `${id}-part`, of: id })
      const end = Math.min(input.rows, next + input.perChunk)
      const wanted = Array.from({ length: end - next }, (_, n) => rowOf(next + n))
      const counts = { ...checkpoint, next: end }
      const standing = new Map(
        (
          await rows().findIn(
            'key',
            wanted.map(({ key }) => key),
            ['key', 'value', 'by'],
          )
        ).map(row => [row.key, row]),
      )
      const fresh: Row[] = []
      for (const { key, value } of wanted) {
        const row = standing.get(key)
        if (!row) fresh.push({ _id: `${key}-${id}`, key, value, by: id })
        else if (row._id === `${key}-${id}`) counts.new += 1
        else if (row.by === id) counts.changed += 1
        else if (row.value === value) counts.same += 1
        else {
          await rows().updateOne({ _id: row._id, value: row.value }, { value, by: id })
          counts.changed += 1
        }
      }
      const refused = await rows().insertMany(fresh)
      counts.new += fresh.length - refused.length
      await afterChunk(id, end / input.perChunk)
      if (end < input.rows) return { outcome: 'goOn', checkpoint: counts, done: end, total: input.rows }
      const { new: added, changed, same } = counts
      return {
        outcome: 'finished',
        result: { new: added, changed, same },
        files: [{ name: 'refused.csv', fileID: `cloud://${id}` }],
        done: end,
      }
    },

    async tidyUp({ id }) {
      await drafts().remove({ of: id })
    },
  }
}

/** The rows that stand before a task: of each five one is the same, one has another value. */
export const rowsBefore = (count: number): Row[] =>
  Array.from({ length: count }, (_, n) => ({ _id: `old-${n}`, ...rowOf(n), by: 'before' }))
    .filter((_, n) => n % 5 < 2)
    .map((row, n) => (n % 2 === 0 ? row : { ...row, value: row.value + 100 }))
