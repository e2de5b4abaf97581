import { correctName, newEntry } from '.'
import { changed, codeOf, filing, sealed } from './forTests'

const entry = newEntry(filing())
const shown = {
  note: {
    at: '2024-09-03T02:00:00.000Z',
    by: 'operator',
    byId: 'gao-yuan',
    source: 'console',
    why: '本人带身份证到窗口',
  } as const,
  name: { sealed: sealed('林芷夏'), token: 'n1:zhi' },
}

describe('a name on the document shown at a counter', () => {
  it('takes the place of the one that was typed, however it was proved before, and raises no proof by itself', () => {
    for (const assurance of ['claimed', 'matched', 'verified'] as const) {
      const { entry: after } = changed(correctName({ ...entry, assurance }, shown))
      expect(after).toMatchObject({ assurance, sealed: { name: sealed('林芷夏') } })
      expect(after.search).toEqual(['p1:139', 'l1:4524', 'n1:zhi'])
      expect(after.history.at(-1)).toMatchObject({ byId: 'gao-yuan', why: '本人带身份证到窗口' })
      expect(JSON.stringify(after.history)).not.toContain('林芷夏')
    }
  })
  it('once more is the same', () => {
    const { entry: after } = changed(correctName(entry, shown))
    expect(correctName(after, shown)).toEqual({ outcome: 'same', entry: after })
  })
  it('of nobody, or of an erased entry, is not taken', () => {
    const erased = { ...entry, erased: { at: shown.note.at, keepUntil: '2027-09-03' } }
    expect(codeOf(correctName(undefined, shown))).toBe('NOT_FOUND')
    expect(codeOf(correctName(erased, shown))).toBe('NOT_ALLOWED')
  })
})
