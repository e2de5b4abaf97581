import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CollectionDeclaration, IndexDeclaration } from '../declaration'
import { entriesOf } from './index-entries'
import { docFromWire } from './values'

export const tableOf = (collection: string): string => `"c_${collection}"`
export const indexTableOf = (collection: string, index: string): string => `"i_${collection}_${index}"`

/** SQLite's codes for a violated primary key or unique constraint. */
const UNIQUE_CODES = new Set([1555, 2067])

export function isUniqueViolation(error: unknown): boolean {
  const { errcode, message } = (error ?? {}) as { errcode?: unknown; message?: unknown }
  if (typeof errcode === 'number' && UNIQUE_CODES.has(errcode)) return true
  return typeof message === 'string' && message.startsWith('UNIQUE constraint failed')
}

export function inTransaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/**
 * Brings tables and indexes to what is declared: missing ones are made and filled, changed ones rebuilt, undeclared indexes
 * dropped. Tables of collections no longer declared are left alone, so a slip in the file loses nothing.
 * @throws Error when documents that stand there violate a unique index
 */
export function bringToDeclaration(
  database: DatabaseSyncInstance,
  collections: readonly CollectionDeclaration[],
): void {
  database.exec(`CREATE TABLE IF NOT EXISTS indexes (
    collection TEXT, name TEXT, keys TEXT, multikey INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (collection, name))`)
  for (const collection of collections) {
    inTransaction(database, () => {
      database.exec(`CREATE TABLE IF NOT EXISTS ${tableOf(collection.name)} (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`)
      dropUndeclared(database, collection)
      for (const index of collection.indexes) bringIndex(database, collection.name, index)
    })
  }
}

function dropUndeclared(database: DatabaseSyncInstance, collection: CollectionDeclaration): void {
  const standing = database.prepare('SELECT name FROM indexes WHERE collection = ?').all(collection.name)
  for (const row of standing) {
    const name = String((row as { name: unknown }).name)
    if (!collection.indexes.some(index => index.name === name)) drop(database, collection.name, name)
  }
}

function drop(database: DatabaseSyncInstance, collection: string, index: string): void {
  database.exec(`DROP TABLE IF EXISTS ${indexTableOf(collection, index)}`)
  database.prepare('DELETE FROM indexes WHERE collection = ? AND name = ?').run(collection, index)
}

function bringIndex(database: DatabaseSyncInstance, collection: string, index: IndexDeclaration): void {
  const keys = JSON.stringify({ keys: index.keys, unique: index.unique })
  const row = database.prepare('SELECT keys FROM indexes WHERE collection = ? AND name = ?').get(collection, index.name)
  if ((row as { keys?: unknown } | undefined)?.keys === keys) return
  drop(database, collection, index.name)
  const primary = index.unique ? 'PRIMARY KEY (key)' : 'PRIMARY KEY (key, n)'
  const table = indexTableOf(collection, index.name)
  database.exec(`CREATE TABLE ${table} (key BLOB NOT NULL, n INTEGER NOT NULL, ${primary}) WITHOUT ROWID`)
  const insert = database.prepare(`INSERT INTO ${table} (key, n) VALUES (?, ?)`)
  let multikey = false
  for (const each of database.prepare(`SELECT n, doc FROM ${tableOf(collection)}`).iterate()) {
    const { n, doc } = each as { n: number; doc: string }
    const entries = entriesOf(docFromWire(doc, 0), index)
    multikey ||= entries.multikey
    try {
      for (const key of entries.keys) insert.run(key, n)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw new Error(`index ${index.name} of ${collection} is declared unique, but documents there share a key`)
    }
  }
  database
    .prepare('INSERT INTO indexes (collection, name, keys, multikey) VALUES (?, ?, ?, ?)')
    .run(collection, index.name, keys, multikey ? 1 : 0)
}
