import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeEach(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
})
afterEach(() => city?.cloud.stop())

const [lin, su] = [openidOf('lin'), openidOf('su')]

async function filed(openid: string, n: number, over: Parameters<typeof formOf>[1] = {}) {
  await city.agree(openid)
  return good(await city.ask(openid, 'registration.file', formOf(n, over))).receipt.no
}
const begin = async (openid: string) => good(await city.ask(openid, 'identity.begin', {})).verifyId
const finish = (openid: string, verifyId: string) => city.ask(openid, 'identity.finish', { verifyId })
/** What the person does before the camera. */
const showFace = (openid: string, verifyId: string, verifyRet = 10000) =>
  city.cloud.http('POST', '/wx/face', { verifyId, verifyRet }, { 'x-wx-openid': openid })
const mine = async (openid: string) => good(await city.ask(openid, 'registration.mine', {})).entry!

describe('a face check', () => {
  it('that WeChat says was passed makes the identity verified, and history says how', async () => {
    await filed(lin, 1)
    expect(await mine(lin)).toMatchObject({ faceCheck: true, assurance: 'claimed' })
    const verifyId = await begin(lin)
    await showFace(lin, verifyId)
    const { version, entry } = good(await finish(lin, verifyId))
    expect(entry).toMatchObject({ version, assurance: 'verified', faceCheck: false })
    expect(good(await city.ask(lin, 'registration.history', {}))[0]).toMatchObject({
      by: '本人',
      what: expect.stringContaining('人脸核身'),
    })
    // the answer was lost and the phone asks again
    expect(good(await finish(lin, verifyId)).version).toBe(version)
    expect(codeOf(await city.ask(lin, 'identity.begin', {}))).toBe('NOT_ALLOWED')
  })
  it.each([
    [10003, '证件上的本人'],
    [90002, '没有做完'],
    [90008, '相机'],
    [90018, '没有核实成'],
  ])('that came to %i verifies nobody and says what to do', async (verifyRet, words) => {
    await filed(lin, 1)
    const verifyId = await begin(lin)
    await showFace(lin, verifyId, verifyRet)
    const answer = await finish(lin, verifyId)
    expect(answer).toMatchObject({ error: { code: 'NOT_ALLOWED', message: expect.stringContaining(words) } })
    expect(answer).toMatchObject({ error: { message: expect.stringContaining('海淀区的窗口') } })
    expect((await mine(lin)).assurance).toBe('claimed')
  })
  it('that the phone claims without having gone through it verifies nobody', async () => {
    await filed(lin, 1)
    expect(codeOf(await finish(lin, await begin(lin)))).toBe('NOT_ALLOWED')
    expect((await mine(lin)).assurance).toBe('claimed')
  })
  it('of somebody else, or an earlier one of one’s own, counts for nothing', async () => {
    await filed(lin, 1)
    await filed(su, 2)
    const [ofLin, earlier] = [await begin(lin), await begin(su)]
    const latest = await begin(su)
    await showFace(lin, ofLin)
    await showFace(su, earlier)
    for (const verifyId of [ofLin, earlier, 'made-up']) expect(codeOf(await finish(su, verifyId))).toBe('NOT_FOUND')
    await showFace(su, latest)
    expect(good(await finish(su, latest)).entry.assurance).toBe('verified')
  })
  it('once passed counts once: after a release the same account shows its face again', async () => {
    const no = await filed(lin, 1)
    const verifyId = await begin(lin)
    await showFace(lin, verifyId)
    good(await finish(lin, verifyId))
    good(await city.release(no))
    await filed(lin, 1, { requestId: 'filed-again' })
    expect(codeOf(await finish(lin, verifyId))).toBe('NOT_FOUND')
    expect((await mine(lin)).assurance).toBe('claimed')
  })
  it('that is not passed yet stands in the copy, and goes with an erasure', async () => {
    await filed(lin, 1)
    const verifyId = await begin(lin)
    const { sections } = good(await city.ask(lin, 'privacy.copy', {}))
    expect(sections.find(({ title }) => title === '刷脸核实')?.rows).toHaveLength(1)
    good(await city.ask(lin, 'privacy.erase', {}))
    expect(JSON.stringify(await city.documents('accounts'))).not.toContain(verifyId)
  })
  it('begun for another document counts for nothing', async () => {
    const no = await filed(lin, 1)
    const verifyId = await begin(lin)
    await showFace(lin, verifyId)
    good(await city.release(no, { reason: '证件号码填成别人的', freeNumber: true }))
    await filed(lin, 3)
    expect(codeOf(await finish(lin, verifyId))).toBe('NOT_FOUND')
    expect((await mine(lin)).assurance).toBe('claimed')
  })
  it('is told from a WeChat that is down, and can be tried again', async () => {
    await filed(lin, 1)
    await city.cloud.faults({ openapiDown: { 'cityservice.getVerifyId': 1, 'cityservice.queryVerifyInfo': 1 } })
    expect(await city.ask(lin, 'identity.begin', {})).toMatchObject({
      error: { code: 'TRY_AGAIN', message: expect.stringContaining('窗口') },
    })
    const verifyId = await begin(lin)
    await showFace(lin, verifyId)
    expect(codeOf(await finish(lin, verifyId))).toBe('TRY_AGAIN')
    expect(good(await finish(lin, verifyId)).entry.assurance).toBe('verified')
    expect(city.log('graduate')).toMatch(/face check: \/cityservice\/face\/identify\/getverifyid/)
    expect(city.log('graduate')).not.toMatch(/1101052002|林知夏|access_token|cert_no/)
  })
  it('goes on with a new token where WeChat has forgotten the old one', async () => {
    await filed(lin, 1)
    await begin(lin)
    await city.cloud.kill('gateway')
    const { result } = await city.insist(lin, 'identity.begin', {})
    expect(result).toMatchObject({ ok: true })
  })
  it('is not begun more than a few times an hour', async () => {
    await filed(lin, 1)
    const codes: string[] = []
    for (let i = 0; i < 11; i += 1) codes.push(codeOf(await city.ask(lin, 'identity.begin', {})))
    expect(codes).toEqual([...Array<string>(10).fill('OK'), 'RATE_LIMITED'])
  })
  it('is a counter’s matter for other documents, and nobody’s without a registration', async () => {
    const { person } = formOf(1)
    await filed(lin, 1, { person: { ...person, idType: '05', idNumber: 'E12345678', bornOn: '2002-06-17' } })
    expect((await mine(lin)).faceCheck).toBe(false)
    expect(await city.ask(lin, 'identity.begin', {})).toMatchObject({
      error: { code: 'NOT_ALLOWED', message: expect.stringContaining('海淀区的窗口') },
    })
    await city.agree(su)
    expect(codeOf(await city.ask(su, 'identity.begin', {}))).toBe('NOT_FOUND')
  })
})

it('without access to WeChat’s face check the counter does it', async () => {
  await city.cloud.stop()
  city = await startCity({ env: { QIHANG_FN_QIHANG_WX_SECRET: '' } })
  const no = await filed(lin, 1)
  expect((await mine(lin)).faceCheck).toBe(false)
  expect(codeOf(await city.ask(lin, 'identity.begin', {}))).toBe('NOT_ALLOWED')
  expect(good(await city.operate('identity.verify', { no, reason: '本人带身份证到窗口' })).assurance).toBe('verified')
  expect(await mine(lin)).toMatchObject({ assurance: 'verified', faceCheck: false })
})
