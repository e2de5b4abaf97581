import { consentProblems, CURRENT_NOTICE } from '.'

const { version } = CURRENT_NOTICE

describe('agreeing to the privacy notice', () => {
  it('is possible with the needed items alone', () => {
    expect(consentProblems(version, ['registration'])).toEqual({})
  })
  it('is possible with the sensitive item too', () => {
    expect(consentProblems(version, ['registration', 'sensitive'])).toEqual({})
  })
  it('never takes an old or invented version', () => {
    expect(consentProblems('2023-01-01', ['registration'])).toHaveProperty('version')
  })
  it('needs the needed item', () => {
    expect(consentProblems(version, ['sensitive'])).toHaveProperty('items')
  })
  it('refuses an item that the notice does not have', () => {
    expect(consentProblems(version, ['registration', 'everything'])).toHaveProperty('items')
  })
  it('marks the sensitive item as free to refuse', () => {
    expect(CURRENT_NOTICE.items.find(item => item.id === 'sensitive')?.required).toBe(false)
  })
})
