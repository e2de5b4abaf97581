import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import type { CollectionDeclaration, IndexDeclaration } from '../declaration'
import { refused } from './errors'
import { entriesOf } from './index-entries'
import { keyOf } from './keys'
import { indexTableOf, isUniqueViolation, tableOf } from './schema'
import { checkDocument, checkStorable } from './storable'
import { toWire, type Doc, type Value } from './values'

interface IndexStatements {
  index: IndexDeclaration
  add: StatementSyncInstance
  drop: StatementSyncInstance
}

/** Writes single documents together with their index entries; the caller holds the transaction. */
export class Writer {
  private readonly insertDoc: StatementSyncInstance
  private readonly replaceDoc: StatementSyncInstance
  private readonly removeDoc: StatementSyncInstance
  private readonly markMultikey: StatementSyncInstance
  private readonly indexes: IndexStatements[]
  private readonly multikey = new Set<string>()

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly declaration: CollectionDeclaration,
  ) {
    const table = tableOf(declaration.name)
    this.insertDoc = database.prepare(`INSERT INTO ${table} (id, doc) VALUES (?, ?)`)
    this.replaceDoc = database.prepare(`UPDATE ${table} SET doc = ? WHERE n = ?`)
    this.removeDoc = database.prepare(`DELETE FROM ${table} WHERE n = ?`)
    this.indexes = declaration.indexes.map(index => {
      const indexTable = indexTableOf(declaration.name, index.name)
      return {
        index,
        add: database.prepare(`INSERT INTO ${indexTable} (key, n) VALUES (?, ?)`),
        drop: database.prepare(`DELETE FROM ${indexTable} WHERE key = ? AND n = ?`),
      }
    })
    this.markMultikey = database.prepare(
      'UPDATE indexes SET multikey = 1 WHERE collection = ? AND name = ? AND multikey = 0',
    )
    const flags = database
      .prepare('SELECT name FROM indexes WHERE collection = ? AND multikey = 1')
      .all(declaration.name)
    for (const row of flags) this.multikey.add(String((row as { name: unknown }).name))
  }

  isMultikey(index: string): boolean {
    return this.multikey.has(index)
  }

  insert(doc: Doc): void {
    checkStorable(doc, this.declaration.name)
    checkDocument(doc)
    this.savepoint(() => {
      const n = this.guardUnique('_id_', doc, ['_id'], () =>
        Number(this.insertDoc.run(keyOf(doc._id), toWire(doc)).lastInsertRowid),
      )
      for (const each of this.indexes) this.addEntries(each, n, doc, new Set())
    })
  }

  replace(n: number, before: Doc, after: Doc): void {
    checkStorable(after, this.declaration.name)
    checkDocument(after)
    this.savepoint(() => {
      this.replaceDoc.run(toWire(after), n)
      for (const each of this.indexes) {
        const old = new Map(entriesOf(before, each.index).keys.map(key => [key.toString('latin1'), key]))
        const kept = new Set<string>()
        const fresh = new Set(entriesOf(after, each.index).keys.map(key => key.toString('latin1')))
        for (const [text, key] of old) {
          if (fresh.has(text)) kept.add(text)
          else each.drop.run(key, n)
        }
        this.addEntries(each, n, after, kept)
      }
    })
  }

  remove(n: number, doc: Doc): void {
    for (const { index, drop } of this.indexes) for (const key of entriesOf(doc, index).keys) drop.run(key, n)
    this.removeDoc.run(n)
  }

  private addEntries({ index, add }: IndexStatements, n: number, doc: Doc, standing: Set<string>): void {
    const entries = entriesOf(doc, index)
    const fields = index.keys.map(key => key.field)
    this.guardUnique(index.name, doc, fields, () => {
      for (const key of entries.keys) if (!standing.has(key.toString('latin1'))) add.run(key, n)
    })
    if (!entries.multikey) return
    this.multikey.add(index.name)
    // Written each time: an earlier mark may have been rolled back together with its row.
    this.markMultikey.run(this.declaration.name, index.name)
  }

  private guardUnique<T>(index: string, doc: Doc, fields: string[], work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const key = fields.map(field => `${field}: ${shown(doc, field)}`).join(', ')
      throw refused(
        `[FailedOperation.Write] E11000 duplicate key error collection: ${this.declaration.name} index: ${index} dup key: { ${key} }`,
      )
    }
  }

  /** A refused row must leave nothing of itself behind in a batch whose other rows stand. */
  private savepoint(work: () => void): void {
    this.database.exec('SAVEPOINT row')
    try {
      work()
      this.database.exec('RELEASE row')
    } catch (error) {
      this.database.exec('ROLLBACK TO row')
      this.database.exec('RELEASE row')
      throw error
    }
  }
}

function shown(doc: Doc, path: string): string {
  let value: Value | undefined = doc
  for (const part of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Doc)[part] : undefined
  }
  return toWire(value)
}
