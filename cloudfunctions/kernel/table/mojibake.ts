import { UNREADABLE } from './row'

let gbkBytes: Map<string, number> | undefined

/** Each two-byte character of GBK → its bytes; Node decodes GBK and doesn't encode it. */
function twoBytesOf(char: string): number | undefined {
  if (!gbkBytes) {
    gbkBytes = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        if (trail !== 0x7f) gbkBytes.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail)
  }
  return gbkBytes.get(char)
}

/**
 * Whether headings were written in one encoding and read in another before they were saved: characters that are none, or
 * words which, taken back to bytes as GBK or Latin-1, are whole Chinese words in UTF-8 (姓名 that became 濮撳悕).
 */
export const isGarbled = (names: readonly string[]): boolean =>
  names.some(name => name.includes(UNREADABLE) || name.includes('锟斤拷') || wasUtf8(name))

function wasUtf8(name: string): boolean {
  const chars = [...name].filter(char => char > '\x7f')
  if (chars.length < 2) return false
  const bytes: number[] = []
  for (const char of chars) {
    const code = char.codePointAt(0)!
    if (code <= 0xff) {
      bytes.push(code)
      continue
    }
    const pair = twoBytesOf(char)
    if (pair === undefined) return false
    bytes.push(pair >> 8, pair & 0xff)
  }
  // Chinese alone is three bytes a character, and two of them are no coincidence
  return bytes.length >= 6 && /^[\u4e00-\u9fff]{2,}$/.test(Buffer.from(bytes).toString('utf8'))
}
