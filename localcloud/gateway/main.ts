import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseDeclaration } from '../declaration'
import { Database } from '../engine/database'
import { Channel } from '../ipc'
import { Platform } from '../openapi/platform'
import { WeixinApi } from '../openapi/weixin-api'
import { Storage } from '../storage'
import type { GatewayParts } from './answers'
import { Faults, faultsSchema } from './faults'
import { adminHandlers } from './admin'
import { Invocations } from './invocations'
import { gatewayServer } from './server'
import { appSecretOf } from './token'

const settingsSchema = z.strictObject({
  dataDir: z.string(),
  declarationFile: z.string(),
  secret: z.string().min(32),
  port: z.int(),
  clockOffsetMs: z.number(),
})

export type GatewaySettings = z.infer<typeof settingsSchema>

// Without a host nobody supervises this process or sends it work.
process.on('disconnect', () => process.exit(0))

const settings = settingsSchema.parse(JSON.parse(process.env.QIHANG_GATEWAY ?? '{}'))
const declaration = parseDeclaration(readFileSync(settings.declarationFile, 'utf8'))
let clockOffsetMs = settings.clockOffsetMs

const database = new Database(join(settings.dataDir, 'cloud.sqlite'), declaration.collections, line => {
  console.error(line)
  appendFileSync(join(settings.dataDir, 'warnings.log'), `${new Date().toISOString()} ${line}\n`)
})
const faults = new Faults()
const invocations = new Invocations(settings.secret)
const platform = new Platform(database.sqlite)
const now = (): number => Date.now() + clockOffsetMs
const host = new Channel(process, {
  ...adminHandlers({ database, platform, invocations, now }),
  clock: ({ offsetMs }: { offsetMs: number }) => void (clockOffsetMs = offsetMs),
  faults: (order: unknown) => faults.order(faultsSchema.parse(order)),
})

const parts: GatewayParts = {
  declaration,
  database,
  platform,
  weixin: new WeixinApi(platform, appSecretOf(settings.secret)),
  site: {
    storage: new Storage(settings.dataDir),
    origin: `http://127.0.0.1:${settings.port}`,
    secret: settings.secret,
  },
  faults,
  host,
  now,
}

// The host owns the listening socket and hands it over: connections made while a killed gateway is replaced wait in its queue.
process.on('message', (_message: unknown, handle: unknown) => {
  if (handle === undefined) return
  gatewayServer(parts, invocations, settings.port).listen(handle, () => void host.ask('gatewayReady'))
})
void host.ask('gatewayOpen')
