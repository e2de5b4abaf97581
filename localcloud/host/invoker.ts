import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CloudClock } from '../clock'
import type { CloudDeclaration, FunctionDeclaration } from '../declaration'
import { APP_ID, ENV_ID, MAX_EVENT_BYTES, MAX_RESULT_BYTES } from '../environment'
import { newInvocationId, signToken } from '../gateway/token'
import { mayInvoke, type Caller } from './caller'
import { functionLog } from './function-log'
import type { GatewayProcess } from './gateway-process'
import { NotBuilt, Overloaded, WorkerPool } from './pool'
import type { HostSettings } from './settings'
import type { WorkerOrder } from './worker-process'

/** After its function's time is up, a token still serves requests that are under way, ms. */
const TOKEN_GRACE_MS = 5_000

export type Outcome =
  | { kind: 'result'; text: string; dbOperations: number | undefined }
  | { kind: 'refused'; why: 'unknown' | 'notAllowed' | 'tooLarge' | 'notJson' | 'notBuilt' | 'overloaded' }
  | { kind: 'failed'; code: string; message: string; requestId: string; dbOperations: number | undefined }

export interface Invocation {
  fn: string
  /** The event as JSON text. */
  event: string
  caller: Caller
  /** Set for a timer's run. */
  trigger?: boolean
}

/** Runs functions: checks who may, lends each invocation a token, and keeps the limits of production. */
export class Invoker {
  private readonly pools = new Map<string, WorkerPool>()

  constructor(
    private readonly declaration: CloudDeclaration,
    settings: HostSettings,
    private readonly gateway: GatewayProcess,
    private readonly clock: CloudClock,
    private readonly secret: string,
    sharedEnv: (fn: string) => Record<string, string>,
  ) {
    for (const each of declaration.functions) {
      const plan = {
        declaration: each,
        programDir: settings.programDir,
        file: join(settings.functionsDir, each.name, 'index.js'),
        env: { ...platformEnv(gateway.port), ...sharedEnv(each.name), ...settings.functionEnv },
        log: functionLog(settings.dataDir, each.name, settings.logToTerminal),
      }
      this.pools.set(each.name, new WorkerPool(plan, settings.maxWorkers))
    }
  }

  async invoke(order: Invocation): Promise<Outcome> {
    const declaration = this.declaration.functions.find(each => each.name === order.fn)
    const pool = this.pools.get(order.fn)
    if (declaration === undefined || pool === undefined) return { kind: 'refused', why: 'unknown' }
    if (!mayInvoke(declaration, order.caller)) return { kind: 'refused', why: 'notAllowed' }
    if (Buffer.byteLength(order.event) > MAX_EVENT_BYTES) return { kind: 'refused', why: 'tooLarge' }
    if (!isJsonObject(order.event)) return { kind: 'refused', why: 'notJson' }
    try {
      return await this.run(declaration, pool, order)
    } catch (error) {
      if (error instanceof NotBuilt) return { kind: 'refused', why: 'notBuilt' }
      if (error instanceof Overloaded) return { kind: 'refused', why: 'overloaded' }
      throw error
    }
  }

  pids(): Record<string, number[]> {
    return Object.fromEntries([...this.pools].map(([name, pool]) => [name, pool.pids()]))
  }

  isBuilt(fn: string): boolean {
    return this.pools.get(fn)?.isBuilt ?? false
  }

  killWorkerOf(invocation: string): void {
    for (const pool of this.pools.values()) pool.killRunning(invocation)
  }

  stop(): void {
    for (const pool of this.pools.values()) pool.stop()
  }

  private async run(declaration: FunctionDeclaration, pool: WorkerPool, order: Invocation): Promise<Outcome> {
    const invocation = newInvocationId()
    const requestId = randomUUID()
    const { openid } = order.caller
    const workerOrder: WorkerOrder = {
      event: order.event,
      ...(order.caller.source.split(',')[0] === 'wx_client' ? { userInfo: { appId: APP_ID, openId: openid } } : {}),
      context: contextOf(declaration, requestId),
      env: this.invocationEnv(order, invocation, declaration.timeoutSeconds),
    }
    const outcome = await pool.run(invocation, workerOrder)
    const visitor = openid !== undefined && order.caller.source === 'wx_client' ? openid : undefined
    const dbOperations = await this.end(invocation, visitor)
    if (!outcome.ok) {
      const code = 'died' in outcome && outcome.died !== 'killed' ? LIMIT_CODES[outcome.died] : 'FUNCTIONS_EXECUTE_FAIL'
      return { kind: 'failed', code, message: outcome.message, requestId, dbOperations }
    }
    if (Buffer.byteLength(outcome.text) > MAX_RESULT_BYTES) {
      return {
        kind: 'failed',
        code: 'FUNCTIONS_RESULT_TOO_LARGE',
        message: 'the result exceeds 1 MB',
        requestId,
        dbOperations,
      }
    }
    return { kind: 'result', text: outcome.text, dbOperations }
  }

  /** The count is worth less than the answer: without a gateway the answer goes out without it. */
  private async end(invocation: string, openid: string | undefined): Promise<number | undefined> {
    try {
      return await this.gateway.askAgain<number>('endInvocation', { invocation, openid })
    } catch {
      return undefined
    }
  }

  private invocationEnv(order: Invocation, invocation: string, timeoutSeconds: number): Record<string, string> {
    const { openid, source } = order.caller
    const until = Date.now() + timeoutSeconds * 1_000 + TOKEN_GRACE_MS
    const token = signToken(
      { invocation, fn: order.fn, source, until, ...(openid === undefined ? {} : { openid }) },
      this.secret,
    )
    const wx: Record<string, string> = { WX_APPID: APP_ID, WX_API_TOKEN: token }
    if (openid !== undefined) wx.WX_OPENID = openid
    if (order.trigger === true) wx.WX_TRIGGER_API_TOKEN_V0 = token
    return {
      ...wx,
      WX_CONTEXT_KEYS: Object.keys(wx).join(','),
      TCB_SOURCE: source,
      ...(order.trigger === true ? { TRIGGER_SRC: 'timer' } : {}),
      QIHANG_CLOCK_OFFSET_MS: String(Math.round(this.clock.offsetMs)),
    }
  }
}

const LIMIT_CODES = { timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', memory: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' } as const

/** What a function's process has in WeChat Cloud, with the address of this machine's gateway. Nothing of the host's own. */
function platformEnv(gatewayPort: number): Record<string, string> {
  return {
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${gatewayPort}/admin` }),
    QIHANG_LOCAL: '1',
  }
}

function contextOf(declaration: FunctionDeclaration, requestId: string): unknown {
  return {
    request_id: requestId,
    function_name: declaration.name,
    function_version: '$LATEST',
    namespace: ENV_ID,
    memory_limit_in_mb: declaration.memoryMb,
    time_limit_in_ms: declaration.timeoutSeconds * 1_000,
    environ: '',
  }
}

/** An empty event counts as one without fields. */
function isJsonObject(text: string): boolean {
  if (text === '') return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
