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
  it('tells that the face check sends name and number to WeChat, and that there is another way', () => {
    expect(CURRENT_NOTICE.items.find(item => item.required)?.text).toMatch(/刷脸.*姓名和证件号码会发给微信.*窗口/)
  })
  it('marks the sensitive item as free to refuse', () => {
    expect(CURRENT_NOTICE.items.find(item => item.id === 'sensitive')?.required).toBe(false)
  })
})
