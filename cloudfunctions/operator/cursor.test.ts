import fc from 'fast-check'
import { Refusal } from '../kernel/refusal'
import { readCursor, writeCursor } from './cursor'

describe('a cursor', () => {
  it('leads to where it was taken', () => {
    const conflict = `${'0'.repeat(36)}:insuredButRegistered:${'a'.repeat(24)}`
    for (const id of ['entry-1', conflict]) {
      const cursor = { createdAt: '2024-09-02T01:00:00.000Z', id }
      expect(readCursor(writeCursor(cursor))).toEqual(cursor)
      expect(writeCursor(cursor).length).toBeLessThanOrEqual(200)
    }
    expect(readCursor(undefined)).toBeUndefined()
  })
  it('that is anything else is refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map(value => Buffer.from(JSON.stringify(value)).toString('base64url')),
        ),
        text => {
          expect(() => readCursor(text)).toThrow(Refusal)
        },
      ),
    )
  })
})
