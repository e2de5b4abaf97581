import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FaultOrder } from './gateway/faults'
import { readHostFile } from './host/host-file'
import type { TimerRun } from './host/timers'
import type { SentMessage } from './openapi/platform'

/** The longest wait for a start, ms. */
const START_MS = 60_000

export interface CloudOptions {
  /** Data folder; a temporary one that `stop` removes when not given. */
  data?: string
  /** Where the cloud's clock starts, such as `2024-09-02`. */
  now?: string
  /** Opens the doors for faults and explain. */
  faults?: boolean
  /** `manual` (default here): timers run only through `runTimers`. */
  timers?: 'auto' | 'manual'
  env?: Record<string, string>
  /** Folder of the built programs; dist/localcloud when not given. */
  programs?: string
}

export interface CallOptions {
  openid?: string
  /** `wx_client`, `wx_console`, `wx_trigger`, …; the door's default when not given. */
  source?: string
  headers?: Record<string, string>
}

export interface Called<T = unknown> {
  /** HTTP status. */
  status: number
  /** The function's answer, or the host's in its place. */
  result: T
  /** The whole body, for platform failures (`errCode`, `code`). */
  body: unknown
  /** `database.*` requests the invocation made. */
  dbOperations: number | undefined
}

export interface Health {
  ok: boolean
  timers: 'auto' | 'manual'
  pids: { host: number; gateway: number; workers: number[] }
  /** The workers again, by function. */
  workers: Record<string, number[]>
}

export interface TestCloud {
  /** Without a trailing slash. Changes with `restart`. */
  readonly url: string
  readonly data: string
  call<T = unknown>(fn: string, event: unknown, options?: CallOptions): Promise<Called<T>>
  /** Any door; the body is sent as JSON unless it is a string or a Buffer. */
  http(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>
  setClock(now: string): Promise<void>
  faults(order: FaultOrder): Promise<void>
  runTimers(name?: string): Promise<TimerRun[]>
  outbox(): Promise<SentMessage[]>
  health(): Promise<Health>
  /** kill -9 of the gateway, of all workers (of one function), or of the host; a killed host stays down until `restart`. */
  kill(what: 'host' | 'gateway' | 'workers', fn?: string): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
  /** What the host printed so far. */
  output(): string
}

/**
 * Starts the built embedded cloud for a test, on a port of its own.
 * @throws Error with the host's output when it does not start
 */
export async function startCloud(options: CloudOptions = {}): Promise<TestCloud> {
  const temporary = options.data === undefined
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'qihang-'))
  let host = await startHost(options, data)
  const url = (): string => host.url
  const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    send(url(), method, path, body, headers)
  const good = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await ask(method, path, body)
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const health = async (): Promise<Health> => (await good('GET', '/health')) as Health
  return {
    get url() {
      return url()
    },
    data,
    async call<T>(fn: string, event: unknown, { openid, source, headers = {} }: CallOptions = {}): Promise<Called<T>> {
      const caller = {
        ...(openid === undefined ? {} : { 'x-wx-openid': openid }),
        ...(source === undefined ? {} : { 'x-wx-source': source }),
      }
      const answer = await ask('POST', `/functions/${fn}`, event, { ...caller, ...headers })
      const operations = answer.headers['x-db-operations']
      return {
        status: answer.status,
        result: (answer.body as { result: T }).result,
        body: answer.body,
        dbOperations: operations === undefined ? undefined : Number(operations),
      }
    },
    http: ask,
    setClock: async now => void (await good('PUT', '/clock', { now })),
    faults: async order => void (await good('POST', '/faults', order)),
    runTimers: async name =>
      ((await good('POST', '/timers/run', name === undefined ? {} : { name })) as { ran: TimerRun[] }).ran,
    outbox: async () => (await good('GET', '/outbox')) as SentMessage[],
    health,
    async kill(what, fn) {
      const { pids, workers } = await health()
      if (what === 'host') return killHost(host.child)
      if (what === 'gateway') return killProcess(pids.gateway)
      const doomed = fn === undefined ? pids.workers : (workers[fn] ?? [])
      for (const pid of doomed) killProcess(pid)
    },
    async restart() {
      await stopHost(host.child)
      host = await startHost(options, data)
    },
    async stop() {
      await stopHost(host.child)
      if (temporary) await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
    output: () => host.output(),
  }
}

interface Host {
  child: ChildProcess
  url: string
  output: () => string
}

function startHost(options: CloudOptions, data: string): Promise<Host> {
  const programs = resolve(options.programs ?? join(__dirname, '..', 'dist', 'localcloud'))
  const child = spawn(process.execPath, [join(programs, 'host.cjs')], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      QIHANG_DATA: data,
      QIHANG_TIMERS: options.timers ?? 'manual',
      QIHANG_FAULTS: options.faults === true ? '1' : '0',
      ...(options.now === undefined ? {} : { QIHANG_NOW: options.now }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the cloud did not start in time\n${output}`)), START_MS)
    const take = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
      const port = /^http:\/\/127\.0\.0\.1:(\d+)\//m.exec(output)?.[1]
      if (port === undefined || readHostFile(data)?.pid !== child.pid) return
      clearTimeout(timer)
      done({ child, url: `http://127.0.0.1:${port}`, output: () => output })
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('exit', code => {
      clearTimeout(timer)
      fail(new Error(`the cloud ended with code ${String(code)}\n${output}`))
    })
  })
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function stopHost(child: ChildProcess): Promise<void> {
  if (ended(child)) return
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

/** A process that ended by itself since it was listed is as gone as one that was killed. */
function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function killHost(child: ChildProcess): Promise<void> {
  if (ended(child)) return
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}

function send(
  base: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }> {
  return new Promise((done, fail) => {
    const outgoing = request(base + path, { method, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        done({ status: response.statusCode ?? 0, body: parsed(text), headers: response.headers })
      })
    })
    outgoing.on('error', fail)
    const content =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    outgoing.end(content)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
