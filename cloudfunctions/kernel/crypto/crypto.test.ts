import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { callerMark, contentKeyOf, hmacSm3, idKeyOf, open, readKeys, seal, SealBroken, searchToken, type Keys } from '.'

const hex = (seed: string) => createHash('sha256').update(seed).digest('hex')
const keysOf = (...versions: number[]): Keys =>
  readKeys(JSON.stringify(Object.fromEntries(versions.map(version => [version, hex(`key ${version}`)]))))
const keys = keysOf(1)
const place = { collection: 'ledger', id: 'entry-1', field: 'phone' }

describe('SM3 and SM4, as the standards have them', () => {
  it('SM3 of abc (GB/T 32905-2016, example 1)', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })
  it('SM3 of sixteen times abcd (GB/T 32905-2016, example 2)', () => {
    expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const block = (input: Buffer) => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(input), cipher.final()])
  }
  it('SM4 of one block (GB/T 32907-2016, example 1)', () => {
    expect(block(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })
  it('SM4 a million times over (GB/T 32907-2016, example 2)', () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    let text: Buffer = key
    for (let i = 0; i < 1_000_000; i += 1) text = cipher.update(text)
    expect(text.toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66')
  })
})

describe('a sealed fact', () => {
  it('opens as what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(open(keys, place, seal(keys, place, text))).toBe(text)
      }),
    )
  })
  it('looks different each time and shows nothing of the text', () => {
    const [a, b] = [seal(keys, place, '13900000001'), seal(keys, place, '13900000001')]
    expect(a).not.toBe(b)
    expect(a).toMatch(/^s1\.1\.[\w-]{22}\.[\w-]+\.[\w-]{43}$/)
    expect(Buffer.from(a.split('.')[3]!, 'base64url').toString('latin1')).not.toContain('139000')
  })
  it('does not open after any change of any character', () => {
    const sealed = seal(keys, place, '林知夏')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'ABab019-_.'), (at, character) => {
        fc.pre(sealed[at] !== character)
        expect(() => open(keys, place, sealed.slice(0, at) + character + sealed.slice(at + 1))).toThrow(SealBroken)
      }),
      { numRuns: 500 },
    )
  })
  it('does not open in another document, field or collection', () => {
    const sealed = seal(keys, place, '林知夏')
    const others = [{ id: 'entry-2' }, { field: 'name' }, { collection: 'accounts' }, { id: 'entry-1p', field: 'hone' }]
    for (const other of others) expect(() => open(keys, { ...place, ...other }, sealed)).toThrow(SealBroken)
  })
  it('does not open with another key, and never by any text', () => {
    const foreign = readKeys(JSON.stringify({ 1: hex('another') }))
    expect(() => open(foreign, place, seal(keys, place, '林知夏'))).toThrow(SealBroken)
    fc.assert(fc.property(fc.string(), text => expect(() => open(keys, place, text)).toThrow(SealBroken)))
  })
  it('still opens after a new key version has come, which then seals', () => {
    const old = seal(keys, place, '林知夏')
    const both = keysOf(1, 2)
    expect(open(both, place, old)).toBe('林知夏')
    expect(seal(both, place, 'x')).toMatch(/^s1\.2\./)
    expect(() => open(keys, place, seal(both, place, 'x'))).toThrow(/unknown key version/)
  })
  it('says where it does not open, and nothing of what it holds', () => {
    const sealed = seal(keys, place, '林知夏')
    expect(() => open(keys, { ...place, id: 'x' }, sealed)).toThrow(
      'sealed value does not open (changed or moved): ledger.phone',
    )
  })
})

describe('tokens', () => {
  it('of a person depend on type and number, and stay the same under a new key version', () => {
    const token = idKeyOf(keys, '01', '110101200203150011')
    expect(token).toMatch(/^k1:[0-9a-f]{64}$/)
    expect(idKeyOf(keysOf(1, 2), '01', '110101200203150011')).toBe(token)
    expect(idKeyOf(keys, '04', '110101200203150011')).not.toBe(token)
  })
  it('never agree for different purposes', () => {
    const all = [
      searchToken(keys, 'name', 'x'),
      searchToken(keys, 'phone', 'x'),
      searchToken(keys, 'lastFour', 'x'),
      contentKeyOf(keys, 'x'),
      callerMark(keys, 'x'),
    ]
    expect(new Set(all.map(token => token.replace(/^\w1:/, '').slice(0, 10))).size).toBe(all.length)
  })
  it('are of parts, not of their concatenation', () => {
    const key = Buffer.alloc(32, 7)
    expect(hmacSm3(key, ['ab', 'c'])).not.toEqual(hmacSm3(key, ['a', 'bc']))
  })
})

describe('keys that are missing or malformed', () => {
  it.each([
    ['nothing', undefined],
    ['an empty text', ' '],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a short key', '{"1":"abcd"}'],
    ['a version that is no number', `{"one":"${hex('a')}"}`],
    ['no version 1', `{"2":"${hex('a')}"}`],
    ['one byte repeated', `{"1":"${'00'.repeat(32)}"}`],
  ])('%s stops the start, and the message names the variable and no value', (_name, raw) => {
    expect(() => readKeys(raw)).toThrow(/^QIHANG_KEYS: /)
    expect(() => readKeys(raw)).not.toThrow(/abcd"|00000000/)
  })
})
