/** UTF-16 unit → its bytes in GB18030 as one number, most significant first; 0 where there are none. */
let units: Uint32Array | undefined

/** Node decodes GB18030 and doesn't encode it: each two-byte and four-byte sequence of the basic plane is decoded once. */
function basicPlane(): Uint32Array {
  const table = new Uint32Array(65_536)
  const decoder = new TextDecoder('gb18030')
  const learn = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const code = text.charCodeAt(0)
    if (text.length === 1 && code !== 0xfffd && !table[code])
      table[code] = bytes.reduce((number, byte) => number * 256 + byte, 0)
  }
  for (let code = 0; code < 128; code += 1) table[code] = code
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) learn([lead, trail])
  for (let first = 0x81; first <= 0x84; first += 1)
    for (let second = 0x30; second <= 0x39; second += 1)
      for (let third = 0x81; third <= 0xfe; third += 1)
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) learn([first, second, third, fourth])
  return table
}

/** A text's bytes in GB18030, characters beyond the basic plane too (in the standard's linear order from 90308130 on). */
export function gb18030(text: string): Buffer {
  units ??= basicPlane()
  const bytes = Buffer.alloc(text.length * 4)
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code > 0xffff) {
      const linear = code - 0x10000
      bytes[at++] = 0x90 + Math.floor(linear / 12_600)
      bytes[at++] = 0x30 + (Math.floor(linear / 1_260) % 10)
      bytes[at++] = 0x81 + (Math.floor(linear / 10) % 126)
      bytes[at++] = 0x30 + (linear % 10)
      continue
    }
    const known = units[code]!
    if (known === 0 && code !== 0) throw new RangeError('a character that GB18030 lacks')
    if (known > 0xffff) at = bytes.writeUInt32BE(known, at)
    else if (known > 0xff) at = bytes.writeUInt16BE(known, at)
    else bytes[at++] = known
  }
  return bytes.subarray(0, at)
}
