import { ObjectId } from 'bson'
import { Query } from 'mingo'
import { aggregate, type Stage } from '../engine/aggregate'
import type { Database } from '../engine/database'
import { DatabaseError, refused } from '../engine/errors'
import type { SortKey } from '../engine/planner'
import { docFromWire, fromWire, toWire, type Doc } from '../engine/values'

/** The parameters of one SDK request, as they came. */
export type Params = Record<string, unknown>

/** Bounds of one `get`, as in WeChat Cloud. */
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1_000
/** A query result must fit the answer to a function. */
const MAX_RESULT_BYTES = 16 * 1024 * 1024

type Action = (database: Database, params: Params, now: number) => unknown

const ACTIONS: Record<string, Action> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': (database, params, now) => ({
    total: database.collection(params.collectionName).count(criteriaOf(params, now)),
  }),
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': (database, params, now) => {
    const update = docFromWire(text(params, 'data'), now)
    const result = database
      .collection(params.collectionName)
      .update(criteriaOf(params, now), update, { multi: false, now })
    return { updated: result.updated, doc: result.doc === undefined ? null : toWire(result.doc) }
  },
  'database.removeDocument': (database, params, now) => ({
    deleted: database.collection(params.collectionName).remove(criteriaOf(params, now), params.multi === true),
  }),
  'database.aggregateDocuments': aggregateDocuments,
}

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
])

export const isWrite = (action: string): boolean => WRITES.has(action)

/**
 * Answers one `database.*` request.
 * @throws DatabaseError, which goes over the wire as `{ code, message }`
 */
export function databaseAction(database: Database, action: string, params: Params, now: number): unknown {
  if (action.endsWith('Transaction') || params.transactionId !== undefined) {
    throw new DatabaseError(
      'DATABASE_PERMISSION_DENIED',
      'transactions are refused here by design: write the deciding document first, with a conditional update, and let it carry its pending effects',
    )
  }
  const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
  if (known !== undefined) return known(database, params, now)
  if (action === 'database.addCollection') {
    throw new DatabaseError(
      'DATABASE_PERMISSION_DENIED',
      'collections are declared in cloudfunctions/cloud.yaml, not made at run time',
    )
  }
  throw new DatabaseError('INVALID_PARAM', `unknown action: ${action}`)
}

function insertDocument(database: Database, params: Params, now: number): unknown {
  const rows = params.data
  if (!Array.isArray(rows) || rows.length === 0) throw refused('insert needs at least one document')
  const docs = rows.map(row => {
    if (typeof row !== 'string') throw refused('a document must come as EJSON text')
    const doc = docFromWire(row, now)
    return doc._id === undefined ? { _id: new ObjectId().toHexString(), ...doc } : doc
  })
  database.collection(params.collectionName).insert(docs)
  return { insertedIds: docs.map(doc => (doc._id instanceof ObjectId ? doc._id.toHexString() : doc._id)) }
}

function getDocument(database: Database, params: Params, now: number): unknown {
  const limit = params.queryType === 'DOC' ? 1 : whole(params.limit, 'limit', DEFAULT_LIMIT)
  const found = database.collection(params.collectionName).find({
    criteria: criteriaOf(params, now),
    sort: sortOf(params, now),
    offset: whole(params.offset, 'offset', 0),
    limit: Math.min(limit, MAX_LIMIT),
  })
  const projection = typeof params.projection === 'string' ? docFromWire(params.projection, now) : {}
  const list = projected(found, projection).map(toWire)
  if (list.reduce((sum, each) => sum + each.length, 0) > MAX_RESULT_BYTES)
    throw refused('the query result exceeds the size limit; project or page')
  return { list }
}

function projected(docs: Doc[], projection: Doc): Doc[] {
  if (Object.keys(projection).length === 0) return docs
  try {
    return new Query({}, { scriptEnabled: false }).find<Doc>(docs, projection).all()
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'the projection cannot be used')
  }
}

function modifyDocument(database: Database, params: Params, now: number): unknown {
  const collection = database.collection(params.collectionName)
  const criteria = criteriaOf(params, now)
  const data = docFromWire(text(params, 'data'), now)
  if (params.merge === true) {
    if (params.upsert === true) throw refused('an update with operators that also inserts is not available; use set()')
    return {
      updated: collection.update(criteria, data, { multi: params.multi === true, now }).updated,
      upsert_id: null,
    }
  }
  if (criteria._id === undefined || data._id !== undefined)
    throw refused('set() replaces one document by its _id, which cannot change')
  const doc: Doc = { _id: criteria._id, ...data }
  if (params.upsert !== true && collection.count({ _id: criteria._id }) === 0) return { updated: 0, upsert_id: null }
  const outcome = collection.put(doc)
  return { updated: outcome === 'updated' ? 1 : 0, upsert_id: outcome === 'inserted' ? criteria._id : null }
}

function aggregateDocuments(database: Database, params: Params, now: number): unknown {
  if (!Array.isArray(params.stages)) throw refused('an aggregation needs stages')
  const stages = params.stages.map((each: unknown): Stage => {
    const { stageKey, stageValue } = (each ?? {}) as { stageKey?: unknown; stageValue?: unknown }
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw refused('an aggregation stage was malformed')
    return { name: stageKey, value: fromWire(stageValue, now) }
  })
  return { list: aggregate(database, String(params.collectionName), stages).map(toWire) }
}

function criteriaOf(params: Params, now: number): Doc {
  if (params.query === undefined || params.query === '') {
    if (params.queryType === 'DOC') throw refused('a document is asked for by its _id')
    return {}
  }
  return docFromWire(text(params, 'query'), now)
}

function sortOf(params: Params, now: number): SortKey[] {
  if (typeof params.order !== 'string') return []
  return Object.entries(docFromWire(params.order, now)).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw refused(`the order of ${field} must be 1 or -1`)
    return { field, direction }
  })
}

function text(params: Params, name: string): string {
  const value = params[name]
  if (typeof value !== 'string') throw refused(`${name} must be EJSON text`)
  return value
}

function whole(value: unknown, name: string, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw refused(`${name} must be a whole number`)
  return value as number
}
