import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { CloudClock } from '../clock'
import { parseDeclaration } from '../declaration'
import { APP_ID } from '../environment'
import type { NestedResult } from '../gateway/answers'
import { appSecretOf } from '../gateway/token'
import { Storage } from '../storage'
import { lockData } from './data-lock'
import type { Cloud } from './doors'
import { GatewayProcess } from './gateway-process'
import { announceHost } from './host-file'
import { Invoker, type Outcome } from './invoker'
import { operatorOnDuty } from './operator-on-duty'
import { operatorFile, sealingKeys } from './secrets'
import { hostServer } from './server'
import { readSettings, type HostSettings } from './settings'
import { Timers } from './timers'

async function start(): Promise<void> {
  const settings = readSettings(process.env, __dirname)
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const unlock = lockData(settings.dataDir)
  process.on('exit', unlock)
  // Half-written uploads of an earlier run that was killed.
  rmSync(join(settings.dataDir, 'storage-drafts'), { recursive: true, force: true })

  let port = 0
  let open: (cloud: Cloud) => void = () => undefined
  const ready = new Promise<Cloud>(resolve => (open = resolve))
  const server = hostServer(ready, () => port)
  server.listen(settings.port, '127.0.0.1')
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject)).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      throw new Error(`Port ${settings.port} is taken by another program. Choose another one with PORT.`)
    },
  )
  port = (server.address() as AddressInfo).port

  const cloud = openCloud(settings)
  process.on('SIGINT', () => close(cloud))
  process.on('SIGTERM', () => close(cloud))
  await cloud.gateway.askAgain('clock', { offsetMs: cloud.clock.offsetMs })
  announceHost(settings.dataDir, { pid: process.pid, port, consoleKey: cloud.consoleKey })
  open(cloud)
  const operator = await operatorOnDuty(cloud)
  process.stdout.write(`http://127.0.0.1:${port}/${operator}\n`)
}

function openCloud(settings: HostSettings): Cloud {
  const declaration = parseDeclaration(readFileSync(settings.declarationFile, 'utf8'))
  const clock = new CloudClock(settings.dataDir, settings.now)
  const secret = randomBytes(32).toString('hex')
  const { dataDir, declarationFile, programDir } = settings
  const gateway = new GatewayProcess(
    programDir,
    () => ({ dataDir, declarationFile, secret, clockOffsetMs: clock.offsetMs }),
    {
      invoke: async ({ fn, event, openid, source }: { fn: string; event: string; openid?: string; source: string }) =>
        nested(await invoker.invoke({ fn, event, caller: { openid, source } })),
      killWorkerOf: ({ invocation }: { invocation: string }) => invoker.killWorkerOf(invocation),
    },
  )
  const keys = settings.functionEnv.QIHANG_KEYS ?? sealingKeys(dataDir)
  const { bootstrap } = operatorFile(dataDir)
  // api.weixin.qq.com has its stand-in in the gateway
  const weixinEnv = {
    QIHANG_WX_APPID: APP_ID,
    QIHANG_WX_SECRET: appSecretOf(secret),
    QIHANG_WX_API: `http://127.0.0.1:${gateway.port}`,
  }
  const invoker: Invoker = new Invoker(declaration, settings, gateway, clock, secret, fn => ({
    QIHANG_KEYS: keys,
    ...(fn === 'operator' ? { QIHANG_BOOTSTRAP_CODE: bootstrap } : {}),
    ...(fn === 'graduate' ? weixinEnv : {}),
  }))
  const timers = new Timers(declaration, invoker, clock, settings.timers === 'auto')
  return {
    settings,
    gateway,
    invoker,
    timers,
    clock,
    storage: new Storage(dataDir),
    consoleKey: randomBytes(24).toString('base64url'),
    collections: declaration.collections.map(({ name }) => name),
  }
}

/** What a function gets that called another one. */
function nested(outcome: Outcome): NestedResult {
  if (outcome.kind === 'result') return { ok: true, result: JSON.parse(outcome.text) as unknown }
  if (outcome.kind === 'failed') return { ok: false, code: outcome.code, message: outcome.message }
  const messages: Record<typeof outcome.why, string> = {
    unknown: 'FunctionName parameter could not be found',
    notBuilt: 'FunctionName parameter could not be found',
    notAllowed: 'the function security rule refuses this caller',
    tooLarge: 'the request exceeds 100 KB',
    notJson: 'the request is no JSON object',
    overloaded: 'too many calls are waiting',
  }
  return { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: messages[outcome.why] }
}

function close(cloud: Cloud): void {
  cloud.timers.stop()
  cloud.invoker.stop()
  cloud.gateway.stop()
  process.exit(0)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
