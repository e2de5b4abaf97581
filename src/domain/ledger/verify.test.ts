import { bindingOf, newEntry, releaseBinding, verify } from '.'
import { changed, codeOf, filing } from './forTests'

const entry = newEntry(filing())
const atCounter = {
  at: '2024-09-03T02:00:00.000Z',
  by: 'operator',
  byId: 'gao-yuan',
  source: 'console',
  why: '看过证件',
} as const
const byFace = { at: '2024-09-03T02:00:00.000Z', by: 'self', source: 'miniprogram', why: '本人刷脸核身' } as const

describe('an identity', () => {
  it('is verified at a counter, and history says by whom', () => {
    const { entry: after } = changed(verify(entry, { note: atCounter, proof: 'counter' }))
    expect(after.assurance).toBe('verified')
    expect(after.history.at(-1)).toMatchObject({
      by: 'operator',
      byId: 'gao-yuan',
      what: expect.stringContaining('窗口'),
    })
  })
  it('is verified by face check, and history says how', () => {
    const { entry: after } = changed(verify(entry, { note: byFace, proof: 'faceCheck' }))
    expect(after.history.at(-1)).toMatchObject({ by: 'self', what: expect.stringContaining('人脸核身') })
  })
  it('that is verified already stays as it is', () => {
    const { entry: after } = changed(verify(entry, { note: byFace, proof: 'faceCheck' }))
    expect(verify(after, { note: atCounter, proof: 'counter' })).toEqual({ outcome: 'same', entry: after })
  })
  it('is that of the account that was meant, not of whoever holds the entry by now', () => {
    const { since } = bindingOf(entry)
    const proof = { note: atCounter, proof: 'counter', since } as const
    expect(changed(verify(entry, proof)).entry.assurance).toBe('verified')
    const { entry: released } = changed(releaseBinding(entry, { note: atCounter, since }))
    expect(codeOf(verify(released, proof))).toBe('VERSION_CONFLICT')
    const claimed = { ...entry, binding: { since: '2024-09-03T01:00:00.000Z', version: 2 } }
    expect(codeOf(verify(claimed, proof))).toBe('VERSION_CONFLICT')
  })
  it('of nobody, of an erased entry or of an older version is not', () => {
    const erased = { ...entry, erased: { at: atCounter.at, keepUntil: '2027-09-03' } }
    expect(codeOf(verify(undefined, { note: atCounter, proof: 'counter' }))).toBe('NOT_FOUND')
    expect(codeOf(verify(erased, { note: atCounter, proof: 'counter' }))).toBe('NOT_ALLOWED')
    expect(codeOf(verify(entry, { note: byFace, proof: 'faceCheck', version: 7 }))).toBe('VERSION_CONFLICT')
  })
})
