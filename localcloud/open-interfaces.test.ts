import type { Step } from './fixture/echo'
import { cloudForTests } from './fixture/cloud-for-tests'

const { cloud, sdk } = cloudForTests()

describe('open interfaces', () => {
  const check = (data: object): Step['run'] => [
    ['openapi.security.msgSecCheck', { version: 2, scene: 1, openid: 'o-caller-1', ...data }],
  ]

  test('text is checked for a person who is there, and the samples steer the verdict', async () => {
    const results = await sdk(
      check({ content: '你好' }),
      check({ content: '一个违规示例' }),
      check({ content: '待审示例' }),
    )
    expect(results.map(each => (each.value?.result as { suggest: string }).suggest)).toEqual([
      'pass',
      'risky',
      'review',
    ])
  })

  test('wrong arguments and absent people are refused as WeChat does', async () => {
    const results = await sdk(
      check({ content: 'x'.repeat(2_501) }), check({ content: '' }), check({ content: 'x', scene: 9 }), check({ content: 'x', openid: 'o-never-seen' }), check({ content: 'x', openid: '1' }),
    ) // prettier-ignore
    expect(results.map(each => each.errCode)).toEqual([45002, 44004, 40129, 61010, 40003])
  })

  test('an interface that is not granted, or has no stand-in, is refused by the platform', async () => {
    const [denied] = await sdk([['openapi.wxacode.get', { path: 'a' }]])
    expect(denied?.errCode).toBe(-604101)
  })

  test('a phone code is good once and for five minutes', async () => {
    const ask = async () =>
      (
        (await cloud().http('POST', '/wx/phone-code', { phone: '13800000000' }, { 'x-wx-openid': 'o-caller-1' }))
          .body as { code: string }
      ).code
    const code = await ask()
    const redeem = (given: string): Step['run'] => [['openapi.phonenumber.getPhoneNumber', { code: given }]]
    const results = await sdk(redeem(code), redeem(code))
    expect(results[0]?.value?.phoneInfo).toMatchObject({ purePhoneNumber: '13800000000', countryCode: '86' })
    expect(results[1]?.errCode).toBe(40029)
    const late = await ask()
    await cloud().setClock('2024-09-03T13:00:00+08:00')
    expect((await sdk(redeem(late)))[0]?.errCode).toBe(40029)
  })

  test('one consent sends one message, which then lies in the outbox', async () => {
    const data = { thing1: { value: '求职登记' }, phrase2: { value: '已受理' }, date3: { value: '2024年9月3日' } }
    const send = (change: object = {}): Step['run'] => [
      [
        'openapi.subscribeMessage.send',
        { touser: 'o-caller-1', templateId: 'TEMPLATE-FIXTURE', page: 'pages/home/index', data, ...change },
      ],
    ]
    expect((await sdk(send()))[0]?.errCode).toBe(43101)
    await cloud().http('POST', '/wx/subscribe', { templateIds: ['TEMPLATE-FIXTURE'] }, { 'x-wx-openid': 'o-caller-1' })
    const wrong = await sdk(send({ templateId: 'none' }), send({ data: { ...data, phrase2: { value: 'abc' } } }))
    expect(wrong).toMatchObject([{ errCode: 40037 }, { errCode: 47003, errMsg: expect.stringContaining('phrase2') }])
    const sent = await sdk(send(), send())
    expect(sent.map(each => each.errCode)).toEqual([undefined, 43101])
    expect(await cloud().outbox()).toMatchObject([
      { touser: 'o-caller-1', templateId: 'TEMPLATE-FIXTURE', data: { phrase2: '已受理' } },
    ])
  })

  test('an interface that is ordered down, or to answer otherwise, does so', async () => {
    await cloud().faults({ openapiDown: { 'security.msgSecCheck': 1 } })
    const results = await sdk(check({ content: 'x' }), check({ content: 'x' }))
    expect(results.map(each => each.errCode)).toEqual([-604103, undefined])
    await cloud().faults({ openapiAnswer: { 'phonenumber.getPhoneNumber': { errcode: 1400001, errmsg: 'no quota' } } })
    expect((await sdk([['openapi.phonenumber.getPhoneNumber', { code: 'x' }]]))[0]?.errCode).toBe(1400001)
    await cloud().faults({ openapiAnswer: { 'phonenumber.getPhoneNumber': null } })
  })
})
