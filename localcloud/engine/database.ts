import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CollectionDeclaration } from '../declaration'
import { Collection } from './collection'
import { DatabaseError } from './errors'
import { bringToDeclaration } from './schema'
import { ShapeWarnings } from './shape-warnings'

/**
 * The document database of the embedded cloud, in one SQLite file.
 *
 * WAL with synchronous NORMAL: a committed write survives the death of any process (kill -9), because it has been handed to the
 * operating system; only a crash of the whole machine may lose the last moments.
 */
export class Database {
  readonly sqlite: DatabaseSyncInstance
  private readonly collections: Map<string, Collection>

  /**
   * @param file path of the SQLite file, or ':memory:'
   * @param warn is told, once for each query shape, that a query reads too much
   */
  constructor(file: string, declared: readonly CollectionDeclaration[], warn: (line: string) => void) {
    this.sqlite = new DatabaseSync(file)
    this.sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000')
    bringToDeclaration(this.sqlite, declared)
    const warnings = new ShapeWarnings(warn)
    this.collections = new Map(declared.map(each => [each.name, new Collection(this.sqlite, each, warnings)]))
  }

  /** @throws DatabaseError DATABASE_COLLECTION_NOT_EXIST for a collection that is not declared */
  collection(name: unknown): Collection {
    const found = typeof name === 'string' ? this.collections.get(name) : undefined
    if (found !== undefined) return found
    throw new DatabaseError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${String(name)}`,
    )
  }

  close(): void {
    this.sqlite.close()
  }
}
