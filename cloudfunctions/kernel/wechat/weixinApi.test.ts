import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readWeixinSettings, weixinApi, WeixinUnavailable } from '.'

const NOW = Date.parse('2024-09-02T01:00:00Z')

type Asked = { path: string; query: string; body: Record<string, unknown> }
let server: Server
let base: string
let asked: Asked[]
/** What each path answers next, first come first served; the last one stays. */
let answers: Record<string, (object | 'cut' | 'rubbish')[]>

beforeEach(async () => {
  asked = []
  answers = { '/cgi-bin/stable_token': [{ access_token: 'token-1', expires_in: 7200 }] }
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [path = '', query = ''] = (request.url ?? '').split('?')
      asked.push({ path, query, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked['body'] })
      const queue = answers[path] ?? []
      const answer = queue.length > 1 ? queue.shift() : queue[0]
      if (answer === 'cut') request.socket.destroy()
      else response.end(answer === 'rubbish' ? '<html>' : JSON.stringify(answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise(resolve => server.close(resolve)))

const api = () => weixinApi({ appid: 'wx-made-up', secret: 'made-up-secret', base })
const tokensAsked = () => asked.filter(({ path }) => path === '/cgi-bin/stable_token')

describe('an interface of WeChat’s by HTTPS', () => {
  it('is called with an access token for the app’s secret', async () => {
    answers['/face'] = [{ errcode: 0, verify_id: 'v-1' }]
    expect(await api()('/face', { openid: 'o-1' }, NOW)).toMatchObject({ verify_id: 'v-1' })
    expect(asked).toEqual([
      {
        path: '/cgi-bin/stable_token',
        query: '',
        body: { grant_type: 'client_credential', appid: 'wx-made-up', secret: 'made-up-secret', force_refresh: false },
      },
      { path: '/face', query: 'access_token=token-1', body: { openid: 'o-1' } },
    ])
  })
  it('asks for a token again only once the old one is over', async () => {
    answers['/face'] = [{ errcode: 0 }]
    const call = api()
    for (const at of [0, 3_600_000, 7_130_000]) await call('/face', {}, NOW + at)
    expect(tokensAsked()).toHaveLength(1)
    await call('/face', {}, NOW + 7_150_000)
    expect(tokensAsked()).toHaveLength(2)
  })
  it('is called once more where WeChat no longer knows the token, and not a third time', async () => {
    answers['/face'] = [{ errcode: 40001 }, { errcode: 0, verify_id: 'v-1' }]
    expect(await api()('/face', {}, NOW)).toMatchObject({ verify_id: 'v-1' })
    answers['/face'] = [{ errcode: 42001 }]
    await expect(api()('/face', {}, NOW)).rejects.toThrow('/face: errcode 42001')
    expect(asked.filter(({ path }) => path === '/face')).toHaveLength(4)
  })
  it.each([
    ['says no', { errcode: 48001, errmsg: 'api unauthorized 110105200206174524' }, '/face: errcode 48001'],
    ['cuts the connection', 'cut' as const, '/face: ECONNRESET'],
    ['answers rubbish', 'rubbish' as const, '/face: status 200'],
  ])('is unavailable where WeChat %s, and the fault says nothing of what was sent', async (_name, answer, message) => {
    answers['/face'] = [answer]
    const failure = await api()('/face', { cert_no: '110105200206174524' }, NOW).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(WeixinUnavailable)
    expect((failure as Error).message).toBe(message)
  })
  it('is unavailable where the secret is wrong, and the fault doesn’t tell the secret', async () => {
    answers['/cgi-bin/stable_token'] = [{ errcode: 40125, errmsg: 'invalid appsecret made-up-secret' }]
    await expect(api()('/face', {}, NOW)).rejects.toThrow(/^\/cgi-bin\/stable_token: errcode 40125$/)
  })
})

describe('the environment', () => {
  const whole = { QIHANG_WX_APPID: 'wx1', QIHANG_WX_SECRET: 's1' }
  it('gives appid and secret, at WeChat’s own address unless it names another', () => {
    expect(readWeixinSettings(whole)).toEqual({ appid: 'wx1', secret: 's1', base: 'https://api.weixin.qq.com' })
    expect(readWeixinSettings({ ...whole, QIHANG_WX_API: 'http://127.0.0.1:8080/' })?.base).toBe(
      'http://127.0.0.1:8080',
    )
  })
  it('without one of them gives nothing', () => {
    expect(readWeixinSettings({ QIHANG_WX_APPID: 'wx1' })).toBeUndefined()
    expect(readWeixinSettings({ ...whole, QIHANG_WX_SECRET: '' })).toBeUndefined()
  })
  it('never sends a name and a number over the net in the clear', () => {
    expect(() => readWeixinSettings({ ...whole, QIHANG_WX_API: 'http://api.weixin.qq.com' })).toThrow('QIHANG_WX_API')
  })
})
