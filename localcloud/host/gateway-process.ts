import { fork, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import { join } from 'node:path'
import type { GatewaySettings } from '../gateway/main'
import { Channel, PeerLost } from '../ipc'

/** How long a question waits for a gateway that is being replaced, ms. */
const RESTART_WAIT_MS = 20_000
/** A gateway that dies so often in a row cannot start at all. */
const MAX_FAILED_STARTS = 5

type Handlers = Record<string, (params: never) => unknown>

interface ListeningHandle {
  getsockname(out: { port?: number }): number
  close(): void
}

/**
 * Keeps one gateway alive. The listening socket belongs to this process and is lent to the gateway, so that connections made while
 * a killed gateway is replaced wait in the socket's queue instead of being refused.
 */
export class GatewayProcess {
  private readonly handle: ListeningHandle
  readonly port: number
  private child: ChildProcess | undefined
  private channel: Channel | undefined
  private waiting: { resolve: (channel: Channel) => void; reject: (error: Error) => void }[] = []
  private ready = false
  private failedStarts = 0
  private stopped = false

  constructor(
    private readonly programDir: string,
    private readonly settings: () => Omit<GatewaySettings, 'port'>,
    private readonly handlers: Handlers,
  ) {
    this.handle = bindLoopback()
    const address: { port?: number } = {}
    this.handle.getsockname(address)
    this.port = address.port as number
    this.start()
  }

  get pid(): number | undefined {
    return this.child?.pid
  }

  get isReady(): boolean {
    return this.ready
  }

  /**
   * Asks the gateway, waiting for a new one if it is being replaced.
   * @throws PeerLost when the gateway ended in the middle of this question; Error when none comes up in time
   */
  async ask<T>(method: string, params: unknown = {}): Promise<T> {
    const channel = await this.readyChannel()
    return channel.ask<T>(method, params)
  }

  /** As {@link ask}, for questions that may safely be asked twice. */
  async askAgain<T>(method: string, params: unknown = {}): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.ask<T>(method, params)
      } catch (error) {
        if (!(error instanceof PeerLost) || attempt === 3) throw error
      }
    }
  }

  kill(): void {
    this.child?.kill('SIGKILL')
  }

  stop(): void {
    this.stopped = true
    this.child?.kill('SIGTERM')
    this.handle.close()
  }

  private start(): void {
    this.ready = false
    const child = fork(join(this.programDir, 'gateway.cjs'), [], {
      env: { PATH: process.env.PATH, QIHANG_GATEWAY: JSON.stringify({ ...this.settings(), port: this.port }) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    })
    this.child = child
    const channel: Channel = new Channel(child, {
      ...this.handlers,
      gatewayOpen: () => void child.send({}, this.handle as never),
      gatewayReady: () => this.becomeReady(channel),
    })
    child.on('exit', () => this.replace(child))
  }

  private becomeReady(channel: Channel): void {
    this.ready = true
    this.failedStarts = 0
    this.channel = channel
    const waiting = this.waiting
    this.waiting = []
    for (const { resolve } of waiting) resolve(channel)
  }

  private replace(child: ChildProcess): void {
    if (this.stopped || child !== this.child) return
    if (!this.ready) this.failedStarts += 1
    this.channel = undefined
    if (this.failedStarts >= MAX_FAILED_STARTS) {
      console.error('The gateway cannot start; see the message above.')
      process.exit(1)
    }
    this.start()
  }

  private readyChannel(): Promise<Channel> {
    if (this.ready && this.channel !== undefined && this.child?.connected === true) return Promise.resolve(this.channel)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the gateway did not come back in time')), RESTART_WAIT_MS)
      const settle = (done: () => void): void => {
        clearTimeout(timer)
        done()
      }
      this.waiting.push({
        resolve: channel => settle(() => resolve(channel)),
        reject: error => settle(() => reject(error)),
      })
    })
  }
}

/**
 * A bound socket that this process never accepts on. `net` offers none publicly, since a listening Server accepts at once;
 * this is the function Node's own cluster module uses for the same purpose.
 */
function bindLoopback(): ListeningHandle {
  const create = (net as unknown as { _createServerHandle(address: string, port: number, type: number): unknown })
    ._createServerHandle
  const handle = create('127.0.0.1', 0, 4)
  if (typeof handle === 'number') throw new Error(`no socket for the gateway (${handle})`)
  return handle as ListeningHandle
}
