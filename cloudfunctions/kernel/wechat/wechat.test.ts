import { checkContent, findingsOn, phoneOfCode, type OpenApi } from '.'

const suggesting = (suggest: string) => ({ errCode: 0, result: { suggest, label: 100 } })
const failing = (errCode: number) => () => Promise.reject(Object.assign(new Error('failed'), { errCode }))

const weChat = (
  msgSecCheck: (options: { content: string }) => unknown,
  getPhoneNumber: () => unknown = () => ({}),
): OpenApi => ({
  security: { msgSecCheck: async options => msgSecCheck(options as { content: string }) },
  phonenumber: { getPhoneNumber: async () => getPhoneNumber() },
  subscribeMessage: { send: async () => ({}) },
})

const OPENID = 'o-lin-zhixia'
const path = (field: string) => field

describe('the content check', () => {
  it.each(['pass', 'risky', 'review'])('hears %s', async suggest => {
    expect(
      await checkContent(
        weChat(() => suggesting(suggest)),
        OPENID,
        '数据分析',
      ),
    ).toBe(suggest)
  })
  it('does not take an error code of 0 for a pass', async () => {
    expect(
      await checkContent(
        weChat(() => ({ errCode: 0 })),
        OPENID,
        '数据分析',
      ),
    ).toBe('unavailable')
  })
  it.each([45009, 61010, -604102])('is unavailable at %i', async code => {
    expect(await checkContent(weChat(failing(code)), OPENID, '数据分析')).toBe('unavailable')
  })
  it('hears risky in the old way too', async () => {
    expect(await checkContent(weChat(failing(87014)), OPENID, '数据分析')).toBe('risky')
  })
})

describe('the texts of a form', () => {
  it('are checked in one call', async () => {
    const asked: string[] = []
    const api = weChat(({ content }) => (asked.push(content), suggesting('pass')))
    expect(await findingsOn(api, OPENID, { 'intention.occupations': '数据', 'intention.note': '早班' }, path)).toEqual({
      review: [],
      unchecked: [],
    })
    expect(asked).toEqual(['数据\n早班'])
  })
  it('that are none ask nobody', async () => {
    const api = weChat(() => Promise.reject(new Error('asked')))
    expect(await findingsOn(api, OPENID, {}, path)).toEqual({ review: [], unchecked: [] })
  })
  it('are refused by the field that is risky', async () => {
    const api = weChat(({ content }) => suggesting(content.includes('坏') ? 'risky' : 'pass'))
    const refused = findingsOn(api, OPENID, { 'intention.occupations': '数据', 'intention.note': '坏话' }, path)
    await expect(refused).rejects.toMatchObject({
      code: 'CONTENT_REFUSED',
      fields: { 'intention.note': expect.any(String) },
    })
  })
  it('are all named where only the whole is risky', async () => {
    const api = weChat(({ content }) => suggesting(content.includes('\n') ? 'risky' : 'pass'))
    const refused = findingsOn(api, OPENID, { 'intention.occupations': '甲', 'intention.note': '乙' }, path)
    await expect(refused).rejects.toMatchObject({
      fields: { 'intention.occupations': expect.any(String), 'intention.note': expect.any(String) },
    })
  })
  it('in doubt go to staff, unchecked ones are checked again', async () => {
    expect(
      await findingsOn(
        weChat(() => suggesting('review')),
        OPENID,
        { 'intention.note': '甲' },
        path,
      ),
    ).toEqual({ review: ['intention.note'], unchecked: [] })
    expect(await findingsOn(weChat(failing(45009)), OPENID, { 'intention.note': '甲' }, path)).toEqual({
      review: [],
      unchecked: ['intention.note'],
    })
  })
})

describe("WeChat's phone button", () => {
  const phone = (answer: () => unknown) =>
    phoneOfCode(
      weChat(() => ({}), answer),
      'code',
    )
  it('gives a mainland number', async () => {
    expect(await phone(() => ({ phoneInfo: { purePhoneNumber: '13900000001', countryCode: '86' } }))).toEqual({
      ok: true,
      phone: '13900000001',
    })
  })
  it.each([
    ['is expired', failing(40029)],
    ['cannot be paid for', failing(1400001)],
    ['gives a foreign number', () => ({ phoneInfo: { purePhoneNumber: '5550100', countryCode: '1' } })],
    ['gives nothing', () => ({})],
  ])('that %s lets the person type', async (_name, answer) => {
    expect(await phone(answer)).toMatchObject({ ok: false, message: expect.stringContaining('请直接填') })
  })
})
