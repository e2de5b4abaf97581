import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createDeflateRaw } from 'node:zlib'

/** 1 January 1980, the format's first day, so that the same content makes the same file. */
const DOS_DATE = 0x0021
const VERSION = 20
const DEFLATED = 8
/** Sizes follow the data (they aren't known before it is written), names are UTF-8. */
const FLAGS = 0x0808

interface Written {
  name: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

/**
 * Writes a zip archive to a local file, part by part, each compressed as its text comes: memory stays bounded. Up to 4 GB, no ZIP64.
 * @throws what the disk throws, and what the parts throw
 */
export async function writeZip(
  path: string,
  parts: readonly { name: string; text: Iterable<string> | AsyncIterable<string> }[],
): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    const written: Written[] = []
    let offset = 0
    for (const { name, text } of parts) {
      const part = await writePart(file, Buffer.from(name), text, offset)
      written.push(part)
      offset += 30 + part.name.length + part.packed + 16
    }
    const directory = written.map(directoryEntry)
    const bytes = directory.reduce((sum, each) => sum + each.length, 0)
    await file.writeFile(Buffer.concat([...directory, directoryEnd(written.length, bytes, offset)]))
  } finally {
    await file.close()
  }
}

async function writePart(
  file: FileHandle,
  name: Buffer,
  text: Iterable<string> | AsyncIterable<string>,
  offset: number,
): Promise<Written> {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(DOS_DATE, 12)
  header.writeUInt16LE(name.length, 26)
  await file.writeFile(Buffer.concat([header, name]))
  const part: Written = { name, crc: 0, packed: 0, size: 0, offset }
  await pipeline(
    async function* () {
      for await (const piece of text) {
        const bytes = Buffer.from(piece)
        part.crc = crc32(bytes, part.crc)
        part.size += bytes.length
        yield bytes
      }
    },
    createDeflateRaw(),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const bytes of packed) {
        part.packed += bytes.length
        await file.writeFile(bytes)
      }
    },
  )
  const trailer = Buffer.alloc(16)
  trailer.writeUInt32LE(0x08074b50, 0)
  writeSizes(trailer, 4, part)
  await file.writeFile(trailer)
  return part
}

function directoryEntry(part: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt16LE(DOS_DATE, 14)
  writeSizes(entry, 16, part)
  entry.writeUInt16LE(part.name.length, 28)
  entry.writeUInt32LE(part.offset, 42)
  return Buffer.concat([entry, part.name])
}

function directoryEnd(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

function writeSizes(into: Buffer, at: number, { crc, packed, size }: Written): void {
  into.writeUInt32LE(crc, at)
  into.writeUInt32LE(packed, at + 4)
  into.writeUInt32LE(size, at + 8)
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The archive's checksum; the runtime's own `zlib.crc32` is younger than the functions' oldest Node. */
function crc32(bytes: Buffer, before: number): number {
  let crc = ~before
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
