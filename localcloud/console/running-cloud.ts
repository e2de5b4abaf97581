import type { Readable } from 'node:stream'
import { readHostFile } from '../host/host-file'
import { operatorOf, type OperatorIdentity } from './operator-identity'

export interface Answer {
  status: number
  body: unknown
}

/** The cloud that runs on this machine, as the console reaches it. */
export class RunningCloud {
  private constructor(
    private readonly base: string,
    private readonly consoleKey: string,
    private readonly operator: OperatorIdentity | undefined,
    private readonly dataDir: string,
  ) {}

  /** @throws Error saying what to do when no cloud has been started on this data folder */
  static find(dataDir: string): RunningCloud {
    const host = readHostFile(dataDir)
    if (host === undefined) throw new Error(notRunning(dataDir))
    return new RunningCloud(`http://127.0.0.1:${host.port}`, host.consoleKey, operatorOf(dataDir, process.env), dataDir)
  }

  /** Calls a function as the console does; the local operator signs calls of `operator` that carry no signature. */
  async call(fn: string, event: Record<string, unknown>): Promise<{ result?: unknown; platformFailure?: unknown }> {
    const signed =
      fn === 'operator' && event.operator === undefined && this.operator !== undefined
        ? { ...event, operator: this.operator }
        : event
    const { body } = await this.json('POST', `/functions/${encodeURIComponent(fn)}`, JSON.stringify(signed))
    const { result, errCode } = (body ?? {}) as { result?: unknown; errCode?: unknown }
    return errCode === undefined ? { result } : { platformFailure: body }
  }

  async json(method: string, path: string, body?: string | Buffer | Readable, signal?: AbortSignal): Promise<Answer> {
    const response = await this.fetch(method, path, body, signal)
    return { status: response.status, body: await response.json() }
  }

  async fetch(
    method: string,
    path: string,
    body?: string | Buffer | Readable,
    signal?: AbortSignal,
  ): Promise<Response> {
    try {
      const headers = { 'x-wx-source': 'wx_console', 'x-qihang-console': this.consoleKey }
      const request = { method, headers, body: body as never, duplex: 'half', ...(signal ? { signal } : {}) }
      return await fetch(this.base + path, request as RequestInit)
    } catch {
      throw new Error(notRunning(this.dataDir))
    }
  }
}

const notRunning = (dataDir: string): string =>
  `没有正在运行的本机云（数据目录 ${dataDir}）。请先在另一个窗口运行 npm start 或 npm run cloud；数据在别处时请设置 QIHANG_DATA。`
