import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'

/** Bytes of a file on this machine, or in memory. */
export interface LocalBytes {
  source: string | Buffer
  size: number
  start(bytes: number): Promise<Buffer>
  chunks(): AsyncIterable<Buffer>
  /** Whether the sequence occurs anywhere. */
  holds(sequence: Buffer): Promise<boolean>
}

const CHUNK_BYTES = 128 * 1024

/** @param source path of a local file, or the bytes themselves */
export async function localBytes(source: string | Buffer): Promise<LocalBytes> {
  const chunks = () => (typeof source === 'string' ? pieces(source) : sliced(source))
  return {
    source,
    size: typeof source === 'string' ? (await stat(source)).size : source.length,
    start: bytes => (typeof source === 'string' ? firstOf(source, bytes) : Promise.resolve(source.subarray(0, bytes))),
    chunks,
    async holds(sequence) {
      let tail = Buffer.alloc(0)
      for await (const chunk of chunks()) {
        const joined = Buffer.concat([tail, chunk])
        if (joined.includes(sequence)) return true
        tail = joined.subarray(Math.max(0, joined.length - sequence.length + 1))
      }
      return false
    },
  }
}

const pieces = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: CHUNK_BYTES })

async function* sliced(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}

async function firstOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
