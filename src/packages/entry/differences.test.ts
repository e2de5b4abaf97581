import { differences, merged, type Compared } from './differences'

interface Wish {
  work: string
  min?: number
  max?: number
  note: string
}
const compared: Compared<Wish>[] = [
  { path: 'work', name: '想做', keys: ['work'], say: ({ work }) => work },
  { path: 'min', name: '月薪', keys: ['min', 'max'], say: ({ min, max }) => [min, max].filter(Boolean).join(' 到 ') },
  { path: 'note', name: '还想说', keys: ['note'], say: ({ note }) => note },
]
const then: Wish = { work: '数据', min: 6000, note: '' }

describe('two people change one entry', () => {
  it('nothing is asked where they changed different answers that the page doesn’t show', () => {
    expect(differences(compared, then, then, { ...then, work: '翻译' })).toEqual([])
    expect(merged(compared, then, then, { ...then, work: '翻译' }, {})).toEqual({ ...then, work: '翻译' })
  })
  it('what only the other changed is told and kept', () => {
    const now = { ...then, note: '上午别打电话' }
    const typed = { ...then, work: '翻译' }
    expect(differences(compared, then, now, typed)).toEqual([
      { path: 'note', name: '还想说', then: '', now: '上午别打电话', typed: '', asks: false },
    ])
    expect(merged(compared, then, now, typed, {})).toEqual({ ...then, work: '翻译', note: '上午别打电话' })
  })
  it('what both changed is asked, and becomes what is chosen', () => {
    const now = { ...then, work: '运营' }
    const typed = { ...then, work: '翻译' }
    expect(differences(compared, then, now, typed)).toEqual([
      { path: 'work', name: '想做', then: '数据', now: '运营', typed: '翻译', asks: true },
    ])
    expect(merged(compared, then, now, typed, { work: 'typed' }).work).toBe('翻译')
    expect(merged(compared, then, now, typed, { work: 'now' }).work).toBe('运营')
  })
  it('without a choice nobody’s change is overwritten', () => {
    expect(merged(compared, then, { ...then, work: '运营' }, { ...then, work: '翻译' }, {}).work).toBe('运营')
  })
  it('answers that belong together go together', () => {
    const now = { ...then, max: 9000 }
    const typed = { ...then, min: 7000 }
    expect(differences(compared, then, now, typed)).toMatchObject([{ now: '6000 到 9000', typed: '7000', asks: true }])
    expect(merged(compared, then, now, typed, { min: 'typed' })).toMatchObject({ min: 7000, max: undefined })
  })
  it('the same change made twice is no difference', () => {
    const both = { ...then, work: '翻译' }
    expect(differences(compared, then, both, both)).toEqual([])
  })
})
