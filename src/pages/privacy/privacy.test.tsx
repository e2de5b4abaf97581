import Taro from '@tarojs/taro'
import { render } from '../../../test/pages/render'
import { answerWith, asked, forgetAll, openWith } from '../../../test/pages/taro'
import { agreeButton, platformPrivacy } from '../../cloud/host/privacy'
import { rememberConsent } from '../../cloud/kept'
import Privacy from '.'

let sent: { action: string; input: unknown }[] = []
/** What WeChat says of its own contract. */
let weChat = { needAuthorization: false, privacyContractName: '' }

beforeEach(() => {
  forgetAll()
  sent = []
  weChat = { needAuthorization: false, privacyContractName: '《启航隐私保护指引》' }
  Object.assign(Taro, {
    getPrivacySetting: ({ success }: { success: (setting: typeof weChat) => void }) => success(weChat),
    openPrivacyContract: () => asked.push({ name: 'openPrivacyContract', options: {} }),
  })
  answerWith(({ data }) => {
    const event = data as (typeof sent)[number]
    sent.push(event)
    return Promise.resolve({
      ok: true,
      data:
        event.action === 'consent.mine'
          ? { current: '2024-08-01' }
          : { version: '2024-08-01', items: ['registration'], givenAt: '2024-08-20T01:41:00.000Z' },
    })
  })
})

async function open(query: Record<string, string> = {}) {
  openWith(query)
  const page = render(<Privacy />)
  await page.settle()
  return page
}

describe('agreeing', () => {
  it('before the form is recorded once, and the form comes next', async () => {
    const page = await open({ next: 'register' })
    await page.tap('button', '同意', 2)
    await page.settle()
    expect(sent).toEqual([{ action: 'consent.give', input: { version: '2024-08-01', items: ['registration'] } }])
    expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/register/index' } })
  })
  it('can be left for later: one goes on without registering', async () => {
    const page = await open({ next: 'register' })
    await page.tap('button', '以后再说')
    expect(sent).toEqual([])
    expect(asked).toEqual([{ name: 'navigateBack', options: undefined }])
  })
  it('is not asked of whoever has agreed already', async () => {
    await rememberConsent(['registration'])
    const page = await open()
    expect(page.text()).toContain('你已经同意过')
    expect(() => page.find('button', '同意')).toThrow()
  })
})

describe('WeChat’s own contract', () => {
  it('is asked for though our notice was agreed to', async () => {
    weChat.needAuthorization = true
    await rememberConsent(['registration'])
    const page = await open()
    expect(page.find('button', '同意')).toBeDefined()
    await page.tap('button', /^《启航隐私保护指引》/)
    expect(asked).toContainEqual({ name: 'openPrivacyContract', options: {} })
  })
  it('leads here from where it was missing, and agreeing takes no other consent back', async () => {
    await rememberConsent(['registration', 'sensitive'])
    const page = await open({ next: 'back' })
    await page.tap('button', '同意')
    await page.settle()
    expect(sent).toEqual([
      { action: 'consent.give', input: { version: '2024-08-01', items: ['registration', 'sensitive'] } },
    ])
  })
  it('is agreed to by WeChat’s button alone where it waits; elsewhere the plain tap counts', async () => {
    const agree = jest.fn()
    expect(agreeButton(agree, { asks: true })).toEqual({
      openType: 'agreePrivacyAuthorization',
      onAgreePrivacyAuthorization: agree,
    })
    expect(agreeButton(agree, { asks: false })).toMatchObject({ onClick: agree })
    weChat.needAuthorization = true
    await expect(platformPrivacy()).resolves.toEqual({ asks: true, contract: '《启航隐私保护指引》' })
  })
})
