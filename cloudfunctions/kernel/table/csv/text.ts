import { UNREADABLE } from '../row'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** From the first byte beyond ASCII this many are looked at before UTF-8 or GB18030 is chosen. */
const JUDGED_BYTES = 64 * 1024

/**
 * A CSV file's bytes as text. A byte order mark decides; without one it is UTF-8 or GB18030, whichever leaves fewer
 * unreadable characters in the first 64 KB that begin with something beyond ASCII. Bytes that are no character of that encoding become
 * {@link UNREADABLE}, so that a name cut in half costs one row and not the file.
 */
export async function* textOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let held: Buffer[] = []
  let heldBytes = 0
  let atStart = true
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    // a mark needs three bytes, and what is all ASCII decides nothing
    if (!atStart && held.length === 0 && isAscii(chunk)) {
      yield chunk.toString('latin1')
      continue
    }
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < (atStart ? 3 : JUDGED_BYTES)) continue
    const bytes = held.length === 1 ? chunk : Buffer.concat(held)
    const marked = atStart ? markOf(bytes) : undefined
    atStart = false
    if (marked) decoder = new TextDecoder(marked)
    else if (isAscii(bytes)) yield bytes.toString('latin1')
    else if (bytes.length < JUDGED_BYTES) {
      held = [bytes]
      continue
    } else decoder = new TextDecoder(likelier(bytes))
    held = []
    heldBytes = 0
    if (decoder) yield decoder.decode(bytes, { stream: true })
  }
  const bytes = Buffer.concat(held)
  decoder ??= new TextDecoder((atStart ? markOf(bytes) : undefined) ?? likelier(bytes))
  yield decoder.decode(bytes)
}

function markOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function likelier(bytes: Buffer): Encoding {
  // streaming, so that a character cut by the end is not held against either
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    const unreadable = (encoding: Encoding): number =>
      new TextDecoder(encoding).decode(bytes, { stream: true }).split(UNREADABLE).length
    return unreadable('utf-8') <= unreadable('gb18030') ? 'utf-8' : 'gb18030'
  }
}

function isAscii(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 0x7f) return false
  return true
}
