import fc from 'fast-check'
import { Refusal } from '../kernel/refusal'
import { readCursor, writeCursor } from './cursor'

describe('a cursor', () => {
  it('leads to where it was taken', () => {
    const cursor = { createdAt: '2024-09-02T01:00:00.000Z', id: 'entry-1' }
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
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
