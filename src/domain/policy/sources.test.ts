import { sourceOfVersion, sourcesOn, type PolicySource } from '.'

const law: PolicySource = { document: '社会保险法', confidence: 'seen' }
const later: PolicySource = { document: '实施办法', from: '2024-12-27', confidence: 'seen' }

describe('a source', () => {
  it('is named from the day on which it was there', () => {
    expect(sourcesOn([law, later], '2024-12-26')).toEqual([law])
    expect(sourcesOn([law, later], '2024-12-27')).toEqual([law, later])
  })
  it('of a constant is that of its version, where that has its own', () => {
    const text = { name: '上限', source: law, sourceFrom: { '2024-09-01': later } }
    expect(sourceOfVersion(text, '2023-09-01')).toBe(law)
    expect(sourceOfVersion(text, '2024-09-01')).toBe(later)
  })
})
