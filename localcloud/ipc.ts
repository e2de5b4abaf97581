import type { ChildProcess } from 'node:child_process'
import { z } from 'zod'

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), id: z.number(), method: z.string(), params: z.unknown().optional() }),
  z.object({ kind: z.literal('answer'), id: z.number(), value: z.unknown().optional() }),
  z.object({ kind: z.literal('failure'), id: z.number(), message: z.string() }),
])

type Message = z.infer<typeof messageSchema>
type Handler = (params: never) => unknown
type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** The other process ended before it answered. */
export class PeerLost extends Error {}

/** Questions and answers between a parent process and its child, both ways, over Node's IPC channel. */
export class Channel {
  private readonly pending = new Map<number, Pending>()
  private next = 1

  constructor(
    private readonly peer: ChildProcess | NodeJS.Process,
    private readonly handlers: Record<string, Handler>,
  ) {
    peer.on('message', (raw: unknown) => void this.receive(raw))
    const lost = (): void => this.loseAll()
    peer.on('disconnect', lost)
    if (peer !== process) peer.on('exit', lost)
  }

  /** @throws PeerLost when the peer ends before it answers; Error with the peer's message when it refused */
  ask<T>(method: string, params: unknown = {}): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      const id = this.next
      this.next += 1
      this.pending.set(id, { resolve, reject })
      this.send({ kind: 'ask', id, method, params })
    }) as Promise<T>
  }

  private async receive(raw: unknown): Promise<void> {
    const parsed = messageSchema.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.kind !== 'ask') {
      const waiting = this.pending.get(message.id)
      this.pending.delete(message.id)
      if (message.kind === 'answer') waiting?.resolve(message.value)
      else waiting?.reject(new Error(message.message))
      return
    }
    try {
      const handler = this.handlers[message.method]
      if (handler === undefined) throw new Error(`no handler for ${message.method}`)
      this.send({ kind: 'answer', id: message.id, value: await handler(message.params as never) })
    } catch (error) {
      this.send({ kind: 'failure', id: message.id, message: error instanceof Error ? error.message : String(error) })
    }
  }

  private send(message: Message): void {
    if (this.peer.connected !== true || this.peer.send === undefined) return this.loseAll()
    // A peer that dies in this very moment shows as 'disconnect'; the callback keeps the error from being thrown.
    this.peer.send(message, undefined, {}, error => error !== null && this.loseAll())
  }

  private loseAll(): void {
    const lost = [...this.pending.values()]
    this.pending.clear()
    for (const { reject } of lost) reject(new PeerLost('the other process has ended'))
  }
}
