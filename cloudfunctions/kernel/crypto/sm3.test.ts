import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { hmacSm3 } from './keys'
import { HmacSm3 } from './sm3'

it('says what OpenSSL says, whatever key and parts', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 0, maxLength: 64 }),
      fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 6 }),
      (bytes, parts) => {
        const key = Buffer.from(bytes)
        expect(new HmacSm3(key).hex(parts)).toBe(hmacSm3(key, parts).toString('hex'))
      },
    ),
    { numRuns: 500 },
  )
})

it('agrees at every length around the borders of a block, and one object serves again and again', () => {
  const key = randomBytes(32)
  const fast = new HmacSm3(key)
  for (let length = 0; length <= 300; length += 1) {
    const part = 'x'.repeat(length)
    expect(fast.hex([part])).toBe(hmacSm3(key, [part]).toString('hex'))
  }
})

it('grows for a long message and goes on right', () => {
  const key = randomBytes(32)
  const fast = new HmacSm3(key)
  for (const part of ['短', '长'.repeat(20_000), '𠮷·'])
    expect(fast.hex([part])).toBe(hmacSm3(key, [part]).toString('hex'))
})

it('OpenSSL’s SM3 is the standard’s: the example of GB/T 32905, appendix A', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
})

it('refuses a key longer than a block', () => {
  expect(() => new HmacSm3(Buffer.alloc(65))).toThrow(RangeError)
})
