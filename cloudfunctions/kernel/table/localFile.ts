import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileMissing, type FileStore } from '../store/files'
import { TableRefused } from './refused'

/** Bytes of an operator's file, at most: a function has 512 MB of temporary disk, and what a step writes needs room too. */
export const LARGEST_FILE = 200 * 1024 * 1024

/**
 * Brings a cloud file to the local disk (XLSX wants random access), lets it be used, and deletes the copy whatever happens.
 * @throws TableRefused `missing` without such a file, `tooLarge` beyond {@link LARGEST_FILE}; what `work` throws
 */
export async function withLocalFile<T>(
  files: FileStore,
  fileID: string,
  work: (path: string) => Promise<T>,
  largest = LARGEST_FILE,
): Promise<T> {
  return withTemporaryFile(async path => {
    const source = await files.download(fileID).catch(error => {
      throw error instanceof FileMissing
        ? new TableRefused('missing', '云存储里没有这个文件。看看 fileID 有没有抄全，文件是不是删掉了')
        : error
    })
    await pipeline(source, bounded(largest), createWriteStream(path, { mode: 0o600 }))
    return work(path)
  })
}

/** Gives the path of a file that may be written, and deletes it afterwards whatever happens. */
export async function withTemporaryFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'table-'))
  try {
    return await work(join(folder, 'file'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function bounded(largest: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen <= largest) return done(null, chunk)
      const limit = `${Math.floor(largest / 1024 / 1024)} MB`
      done(new TableRefused('tooLarge', `文件超过 ${limit}。删掉用不上的列，或者分成几份上传`))
    },
  })
}
