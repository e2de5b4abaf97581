import type { Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import { SAVE_AS_XLSX, TableRefused } from '../refused'

const MB = 1024 * 1024
/** A workbook of a million rows and 20 columns stays below; what is beyond is made to do harm, or not for one function. */
const BOUNDS = {
  entries: 2_000,
  entryBytes: 800 * MB,
  allBytes: 1_000 * MB,
  smallBytes: 16 * MB,
  ratio: 250,
  ratioFrom: 16 * MB,
}

/** The parts of an XLSX file, opened by name, inflated as they are read. */
export interface Archive {
  has(name: string): boolean
  /** @throws TableRefused `damaged` while reading */
  read(name: string): AsyncGenerator<Buffer>
  /** A part that is kept in memory. @throws TableRefused `bomb` when it is too large for that */
  readSmall(name: string): AsyncGenerator<Buffer>
  close(): void
}

/**
 * Opens a zip archive. Sizes are judged by the directory before anything is inflated, and the directory is held to its word
 * while reading.
 * @throws TableRefused `truncated`, `password`, `bomb`, `damaged`
 */
export async function openArchive(source: string | Buffer): Promise<Archive> {
  const zip = await (
    typeof source === 'string' ? yauzl.openPromise(source, { autoClose: false }) : yauzl.fromBufferPromise(source)
  ).catch(() => {
    throw new TableRefused('truncated', '文件只传了一半或在路上坏了。在自己的电脑上能打开的话，重新上传一次')
  })
  try {
    const entries = await directoryOf(zip)
    return {
      has: name => entries.has(name),
      read: name => inflate(zip, entries.get(name)),
      readSmall(name) {
        const entry = entries.get(name)
        if (entry && entry.uncompressedSize > BOUNDS.smallBytes) throw bomb()
        return inflate(zip, entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function directoryOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  let all = 0
  if (zip.entryCount > BOUNDS.entries) throw bomb()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw locked()
      all += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1)
      if (entry.uncompressedSize > BOUNDS.entryBytes || all > BOUNDS.allBytes) throw bomb()
      if (entry.uncompressedSize > BOUNDS.ratioFrom && ratio > BOUNDS.ratio) throw bomb()
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof TableRefused ? error : damaged()
  }
  return entries
}

async function* inflate(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw damaged()
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) yield chunk as Buffer
  } catch {
    throw damaged()
  } finally {
    stream?.destroy()
  }
}

const bomb = () =>
  new TableRefused('bomb', '文件解开后大得不正常。只留要导入的那一张表，把内容复制到新的工作簿里，另存为 .xlsx 再传')

/** The file needs a password to be opened. */
export const locked = () =>
  new TableRefused('password', '文件设了打开密码。在 Excel 或 WPS 里取消密码，另存为 .xlsx，再上传一次')

/** The archive or a part of it isn't what it should be. */
export const damaged = () => new TableRefused('damaged', `文件里有损坏的部分，读不下去。${SAVE_AS_XLSX}`)
