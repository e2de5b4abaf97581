import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { CloudDatabase, Connection } from '../cloudfunctions/kernel/store'
import { parseDeclaration, type CollectionDeclaration } from '../localcloud/declaration'
import { Database } from '../localcloud/engine/database'
import type { Doc } from '../localcloud/engine/values'
import type { GatewayParts } from '../localcloud/gateway/answers'
import { Faults } from '../localcloud/gateway/faults'
import { Invocations } from '../localcloud/gateway/invocations'
import { gatewayServer } from '../localcloud/gateway/server'
import { newInvocationId, signToken } from '../localcloud/gateway/token'

const SECRET = 'a secret of this test process, long enough'

/** What cloud.yaml declares, and collections of the test's own. */
const declared = (own: readonly CollectionDeclaration[]) => {
  const file = path.join(__dirname, '../cloudfunctions/cloud.yaml')
  return [...parseDeclaration(readFileSync(file, 'utf8')).collections, ...own]
}

/** The embedded cloud's database in the test's own process, in memory, reached through the unmodified SDK. */
export interface TestDatabase {
  database: CloudDatabase
  connection(): Connection
  faults: Faults
  documents<T>(collection: string): T[]
  clear(): void
  stop(): Promise<void>
}

/** Starts the database with the declared collections and the test's own. One at a time in a test file. */
export async function startDatabase(...own: CollectionDeclaration[]): Promise<TestDatabase> {
  const collections = declared(own)
  const engine = new Database(':memory:', collections, () => undefined)
  const faults = new Faults()
  // the gateway's other parts, storage and interfaces, are not asked here
  const parts = { database: engine, faults, site: { origin: 'http://127.0.0.1' }, now: Date.now }
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const gateway = gatewayServer(parts as unknown as GatewayParts, new Invocations(SECRET), port)
  server.on('request', (request, response) => gateway.emit('request', request, response))
  const database = await sdkDatabase(port)
  const speakAgain = withoutSlowWarnings()
  return {
    database,
    connection: () => ({ database, operations: { count: 0 }, random: () => 0 }),
    faults,
    documents: <T>(name: string) => [...engine.collection(name).each({})] as T[],
    clear: () => collections.forEach(({ name }) => engine.collection(name).remove({} as Doc, true)),
    async stop() {
      speakAgain()
      await closed(server)
      engine.close()
    },
  }
}

/** As in a function's process; the SDK reads its environment when it is asked. */
async function sdkDatabase(port: number): Promise<CloudDatabase> {
  const until = Date.now() + 3_600_000
  const token = signToken({ invocation: newInvocationId(), fn: 'test', source: 'wx_console', until }, SECRET)
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TCB_SOURCE: 'wx_console',
    WX_CONTEXT_KEYS: 'WX_API_TOKEN',
    WX_API_TOKEN: token,
  })
  const { database } = await import('../cloudfunctions/kernel/cloud')
  return database as unknown as CloudDatabase
}

/** The SDK's delay before it warns of a slow request, ms. */
const SLOW_WARNING_MS = 3_000

/** The SDK never takes back the warning of a request that was cut: it would speak, and hold the process, after the test's end. */
function withoutSlowWarnings(): () => void {
  const { setTimeout: real } = globalThis
  const quiet = (run: () => void, ms?: number, ...rest: unknown[]) => {
    const timer = real(run, ms, ...(rest as []))
    if (ms === SLOW_WARNING_MS) clearTimeout(timer)
    return timer
  }
  globalThis.setTimeout = Object.assign(quiet, real)
  return () => void (globalThis.setTimeout = real)
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise(done => server.close(done))
}
