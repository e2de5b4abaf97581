import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync, type ReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** WeChat Cloud's bound for one uploaded file is larger; a machine's disk is not asked for more than this. */
const MAX_FILE_BYTES = 200 * 1024 * 1024

/** A file beyond the store's bound. */
export class FileTooLarge extends Error {}

/** The file store of the embedded cloud: one folder, file names as cloud paths. */
export class Storage {
  private readonly root: string
  private readonly drafts: string

  constructor(dataDir: string) {
    this.root = join(dataDir, 'storage')
    this.drafts = join(dataDir, 'storage-drafts')
    mkdirSync(this.root, { recursive: true })
    mkdirSync(this.drafts, { recursive: true })
  }

  /** @returns undefined for a path that leaves the store or cannot be a file name */
  locate(cloudPath: string): string | undefined {
    const parts = cloudPath.split('/')
    const strange = parts.some(part => part === '' || part === '.' || part === '..' || Buffer.byteLength(part) > 200)
    if (strange || /[\0\\]/.test(cloudPath) || cloudPath.length > 850) return undefined
    const file = join(this.root, ...parts)
    const within = relative(this.root, file)
    return within.startsWith('..') || within.split(sep).includes('..') ? undefined : file
  }

  has(cloudPath: string): boolean {
    const file = this.locate(cloudPath)
    return file !== undefined && existsSync(file) && statSync(file).isFile()
  }

  size(cloudPath: string): number {
    return statSync(this.locate(cloudPath) as string).size
  }

  read(cloudPath: string): ReadStream {
    return createReadStream(this.locate(cloudPath) as string)
  }

  /**
   * Stores a stream; the file appears whole or not at all.
   * @throws Error for an impossible path or a file that is too large
   */
  async write(cloudPath: string, content: Readable): Promise<void> {
    const file = this.locate(cloudPath)
    if (file === undefined) throw new Error('the cloud path is not allowed')
    const draft = join(this.drafts, randomUUID())
    try {
      await pipeline(content, bounded(), createWriteStream(draft, { mode: 0o600 }))
      mkdirSync(dirname(file), { recursive: true })
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }

  /** @returns whether there was such a file */
  remove(cloudPath: string): boolean {
    if (!this.has(cloudPath)) return false
    rmSync(this.locate(cloudPath) as string)
    return true
  }
}

function bounded(): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > MAX_FILE_BYTES ? new FileTooLarge('the file is too large') : null, chunk)
    },
  })
}
