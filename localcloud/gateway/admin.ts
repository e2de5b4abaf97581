import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { ObjectId } from 'bson'
import type { Database } from '../engine/database'
import { docFromWire, type Doc } from '../engine/values'
import type { SortKey } from '../engine/planner'
import type { Platform } from '../openapi/platform'
import type { Invocations } from './invocations'

export interface AdminParts {
  database: Database
  platform: Platform
  invocations: Invocations
  now: () => number
}

export interface Import {
  collection: string
  file: string
  mode: 'insert' | 'upsert'
}

/** What the host asks of the gateway. None of it is reachable from a function. */
export function adminHandlers({ database, platform, invocations, now }: AdminParts) {
  return {
    endInvocation: ({ invocation, openid }: { invocation: string; openid?: string }) => {
      if (openid !== undefined) platform.noteVisit(openid, now())
      return invocations.end(invocation)
    },
    outbox: () => platform.outbox(),
    phoneCode: ({ openid, phone }: { openid: string; phone?: string }) => platform.issuePhoneCode(openid, phone, now()),
    subscribe: ({ openid, templateIds }: { openid: string; templateIds: string[] }) => {
      for (const template of templateIds) platform.accept(openid, template)
    },
    face: ({ verifyId, openid, outcome }: { verifyId: string; openid: string; outcome: number }) =>
      platform.finishFaceCheck(verifyId, openid, outcome, now()),
    explain: ({ collection, query, sort }: { collection: string; query: string; sort: SortKey[] }) =>
      database.collection(collection).explain(docFromWire(query, now()), sort),
    import: (order: Import) => importLines(database, order, now()),
    export: ({ collection, file }: { collection: string; file: string }) => exportLines(database, collection, file),
  }
}

/**
 * Imports JSON Lines as WeChat's console does, past all functions and their checks.
 * @returns how many rows were written, and the first few that were refused with the reason
 */
async function importLines(database: Database, { collection, file, mode }: Import, now: number): Promise<unknown> {
  const target = database.collection(collection)
  let written = 0
  let line = 0
  let refusedCount = 0
  const refused: { line: number; message: string }[] = []
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line += 1
    if (text.trim() === '') continue
    try {
      const doc = withId(documentOf(text.replace(/^\uFEFF/, ''), now))
      if (mode === 'upsert') target.put(doc)
      else target.insert([doc])
      written += 1
    } catch (error) {
      refusedCount += 1
      if (refused.length < 20) refused.push({ line, message: error instanceof Error ? error.message : 'refused' })
    }
  }
  return { written, refusedCount, refused }
}

/** One line as a document; whoever reads the refusal sits at the console, not at the SDK. */
function documentOf(line: string, now: number): Doc {
  try {
    JSON.parse(line)
  } catch {
    throw new Error('这一行不是有效的 JSON，请改好再导入')
  }
  return docFromWire(line, now)
}

const withId = (doc: Doc): Doc => (doc._id === undefined ? { _id: new ObjectId().toHexString(), ...doc } : doc)

/** In one go: a cursor must not stay open while other requests write. */
function exportLines(database: Database, collection: string, file: string): number {
  const output = openSync(file, 'w', 0o600)
  let count = 0
  try {
    for (const line of database.collection(collection).lines()) {
      writeSync(output, `${line}\n`)
      count += 1
    }
  } finally {
    closeSync(output)
  }
  return count
}
