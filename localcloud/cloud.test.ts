import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFixture, type Fixture } from './fixture/build'
import type { EchoEvent, Step } from './fixture/echo'
import { startCloud, type CallOptions, type TestCloud } from './testing'

jest.setTimeout(60_000)

let fixture: Fixture
let cloud: TestCloud

beforeAll(async () => {
  fixture = buildFixture()
  cloud = await startCloud({ programs: fixture.programs, env: fixture.env, faults: true, now: '2024-09-02' })
}, 120_000)

afterAll(async () => {
  await cloud?.stop()
  fixture?.remove()
})

interface Echoed {
  event: Record<string, unknown>
  before: Record<string, unknown>
  after: Record<string, unknown>
  results: { value?: Record<string, unknown>; errCode?: number; errMsg?: string }[]
}

const ASKER: CallOptions = { openid: 'o-caller-1' }
const echo = (event: EchoEvent, options: CallOptions = ASKER) => cloud.call<Echoed>('echo', event, options)

/** Runs chains of SDK calls in one invocation and gives what each came to. */
async function sdk(...steps: Step['run'][]): Promise<Echoed['results']> {
  const { result } = await echo({ steps: steps.map(run => ({ run })) })
  return result.results
}

const collection = (name: string, ...rest: Step['run']): Step['run'] => [['database'], ['collection', name], ...rest]

describe('callers', () => {
  test('a function sees its caller and nothing of anyone else', async () => {
    const { status, result } = await echo({ context: true })
    expect(status).toBe(200)
    expect(result.before).toMatchObject({ OPENID: 'o-caller-1', SOURCE: 'wx_client', ENV: 'local-env' })
    expect(result.event.userInfo).toEqual({ appId: 'wx0000000000000000', openId: 'o-caller-1' })
  })

  test('without an openid the console calls, and a caller before leaves nothing behind', async () => {
    const { result } = await echo({ context: true }, {})
    expect(result.before).toMatchObject({ SOURCE: 'wx_console' })
    expect(result.before.OPENID).toBeUndefined()
  })

  test('two hundred interleaved calls never mix their callers', async () => {
    const calls = Array.from({ length: 200 }, (_, at) => ({ openid: `o-person-${at % 17}`, source: 'wx_client' }))
    const answers = await Promise.all(calls.map(caller => echo({ steps: [{ run: collection('counters', ['count']) }] }, caller)))
    answers.forEach(({ result }, at) => {
      expect(result.before.OPENID).toBe(calls[at]?.openid)
      expect(result.after.OPENID).toBe(calls[at]?.openid)
    })
  })

  test.each(['123456789', 'short', 'has space', 'x'.repeat(65)])('the openid %j is refused', async openid => {
    expect((await echo({}, { openid })).status).toBe(400)
  })

  test.each([
    ['back', { openid: 'o-caller-1' }],
    ['back', { source: 'wx_client' }],
    ['back', { openid: 'o-caller-1', source: 'wx_console,wx_client' }],
    ['clockwork', { openid: 'o-caller-1' }],
    ['echo', { source: 'wx_http' }],
    ['back', { source: 'wx_trigger' }],
  ] as [string, CallOptions][])('%s called by %j is refused and reveals nothing', async (fn, options) => {
    const { status, body } = await cloud.call(fn, {}, options)
    expect(status).toBe(403)
    expect(body).toEqual({ result: { ok: false, error: { code: 'NOT_ALLOWED', message: '不能使用这个服务。', requestId: expect.any(String) } } })
  })

  test('an unknown function is not found', async () => {
    const { status, body } = await cloud.call('nothing', {}, ASKER)
    expect([status, (body as { result: { error: { code: string } } }).result.error.code]).toEqual([404, 'NOT_FOUND'])
  })

  test('a function that calls another keeps its caller in the chain, and is refused where its caller is', async () => {
    const [open, back] = await sdk([['callFunction', { name: 'open', data: { context: true } }]], [['callFunction', { name: 'back', data: {} }]])
    expect(open?.value?.result).toMatchObject({ before: { OPENID: 'o-caller-1', SOURCE: 'wx_client,scf' } })
    expect(back).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('security rule') })
  })
})

describe('the database through the unmodified SDK', () => {
  test('documents are stored, found, changed, counted and removed; requests are counted', async () => {
    const { result, dbOperations } = await echo({
      steps: [
        { run: collection('people', ['add', { data: { _id: 'p1', idKey: 'k1', age: 20, born: { date: '2002-01-31T00:00:00Z' } } }]) },
        { run: collection('people', ['where', { age: { _: ['gt', 10] } }], ['get']) },
        { run: collection('people', ['doc', 'p1'], ['update', { data: { age: { _: ['inc', 2] }, tags: { _: ['push', ['a', 'b']] } } }]) },
        { run: collection('people', ['where', { tags: 'a' }], ['field', { age: true }], ['get']) },
        { run: collection('people', ['count']) },
        { run: collection('people', ['doc', 'p1'], ['remove']) },
        { run: collection('people', ['doc', 'p1'], ['get']) },
      ],
    })
    expect(result.results.map(each => each.value ?? each.errCode)).toMatchObject([
      { _id: 'p1' },
      { data: [{ _id: 'p1', idKey: 'k1', age: 20, born: '2002-01-31T00:00:00.000Z' }] },
      { stats: { updated: 1 } },
      { data: [{ _id: 'p1', age: 22 }] },
      { total: 1 },
      { stats: { removed: 1 } },
      -1,
    ])
    expect(dbOperations).toBe(7)
  })

  test('server dates follow the clock of the cloud', async () => {
    await cloud.setClock('2024-09-03T12:00:00+08:00')
    const [, found] = await sdk(
      collection('counters', ['doc', 'clock'], ['set', { data: { at: { serverDate: true } } }]),
      collection('counters', ['doc', 'clock'], ['get']),
    )
    expect((found?.value?.data as { at: string }).at).toMatch(/^2024-09-03T04:00:0/)
  })

  test('a refused row of several says which one it was', async () => {
    const [failed] = await sdk(collection('people', ['add', { data: [{ idKey: 'a' }, { idKey: 'a' }] }]))
    expect(failed?.errCode).toBe(-502001)
    expect(failed?.errMsg).toContain('E11000 duplicate key error collection: people index: idKey dup key: { idKey: "a" } (row 1 of 2')
  })

  test.each<[string, Step['run'], number]>([
    ['a missing collection', [['database'], ['collection', 'absent'], ['get']], -502005],
    ['$inc on a string', [['database'], ['collection', 'people'], ['where', {}], ['update', { data: { idKey: { _: ['inc', 1] } } }]], -502001],
  ])('%s is refused with its code', async (_name, run, code) => {
    await sdk(collection('people', ['doc', 'stands'], ['set', { data: { idKey: 'text' } }]))
    expect((await sdk(run))[0]?.errCode).toBe(code)
  })

  test('transactions and collections made at run time are refused, with the way to go instead', async () => {
    const [transaction, made] = await sdk([['database'], ['startTransaction']], [['database'], ['createCollection', 'fresh']])
    expect([transaction?.value, transaction?.errMsg]).toEqual([undefined, expect.stringContaining('conditional update')])
    expect([made?.value, made?.errMsg]).toEqual([undefined, expect.stringContaining('cloud.yaml')])
  })

  test('of sixty-four writers on one version one wins, and sixty-four increments all count', async () => {
    await sdk(collection('counters', ['doc', 'shared'], ['set', { data: { n: 0, version: 0 } }]))
    const attempt = collection('counters', ['where', { _id: 'shared', version: 0 }], ['update', { data: { version: { _: ['inc', 1] } } }])
    const increment = collection('counters', ['doc', 'shared'], ['update', { data: { n: { _: ['inc', 1] } } }])
    const outcomes = await Promise.all(Array.from({ length: 64 }, () => sdk(attempt, increment)))
    const winners = outcomes.filter(([won]) => (won?.value?.stats as { updated: number }).updated === 1)
    const [found] = await sdk(collection('counters', ['doc', 'shared'], ['get']))
    expect([winners.length, found?.value?.data]).toMatchObject([1, { n: 64, version: 1 }])
  })
})

describe('storage', () => {
  test('a file goes in and out through the SDK, also with a Chinese name, and out through the door', async () => {
    const [uploaded] = await sdk([['uploadFile', { cloudPath: 'reports/九月 #1.txt', fileContent: { bytes: '内容' } }]])
    const fileID = String(uploaded?.value?.fileID)
    const [downloaded, gone] = await sdk([['downloadFile', { fileID }]], [['deleteFile', { fileList: ['cloud://elsewhere/none'] }]])
    expect(downloaded?.value?.fileContent).toBe('内容')
    expect(gone?.value?.fileList).toMatchObject([{ status: -503003 }])
    expect((await cloud.http('GET', `/storage?fileID=${encodeURIComponent(fileID)}`)).body).toBe('内容')
    await sdk([['deleteFile', { fileList: [fileID] }]])
    expect((await cloud.http('GET', `/storage?fileID=${encodeURIComponent(fileID)}`)).status).toBe(404)
  })

  test.each(['..%2F..%2Fkeys.json', 'a%2F..%2F..%2Fb', 'a%5Cb', 'a%2F%2Fb'])('the path %s is refused', async path => {
    expect((await cloud.http('PUT', `/storage/${path}`, 'x')).status).toBe(400)
  })
})

describe('open interfaces', () => {
  const check = (data: object): Step['run'] => [['openapi.security.msgSecCheck', { version: 2, scene: 1, openid: 'o-caller-1', ...data }]]

  test('text is checked for a person who is there, and the samples steer the verdict', async () => {
    const results = await sdk(check({ content: '你好' }), check({ content: '一个违规示例' }), check({ content: '待审示例' }))
    expect(results.map(each => (each.value?.result as { suggest: string }).suggest)).toEqual(['pass', 'risky', 'review'])
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
    const ask = async () => ((await cloud.http('POST', '/wx/phone-code', { phone: '13800000000' }, { 'x-wx-openid': 'o-caller-1' })).body as { code: string }).code
    const code = await ask()
    const redeem = (given: string): Step['run'] => [['openapi.phonenumber.getPhoneNumber', { code: given }]]
    const results = await sdk(redeem(code), redeem(code))
    expect(results[0]?.value?.phoneInfo).toMatchObject({ purePhoneNumber: '13800000000', countryCode: '86' })
    expect(results[1]?.errCode).toBe(40029)
    const late = await ask()
    await cloud.setClock('2024-09-03T13:00:00+08:00')
    expect((await sdk(redeem(late)))[0]?.errCode).toBe(40029)
  })

  test('one consent sends one message, which then lies in the outbox', async () => {
    const data = { thing1: { value: '求职登记' }, phrase2: { value: '已受理' }, date3: { value: '2024年9月3日' } }
    const send = (change: object = {}): Step['run'] => [
      ['openapi.subscribeMessage.send', { touser: 'o-caller-1', templateId: 'TEMPLATE-FIXTURE', page: 'pages/home/index', data, ...change }],
    ]
    expect((await sdk(send()))[0]?.errCode).toBe(43101)
    await cloud.http('POST', '/wx/subscribe', { templateIds: ['TEMPLATE-FIXTURE'] }, { 'x-wx-openid': 'o-caller-1' })
    const wrong = await sdk(send({ templateId: 'none' }), send({ data: { ...data, phrase2: { value: 'abc' } } }))
    expect(wrong).toMatchObject([{ errCode: 40037 }, { errCode: 47003, errMsg: expect.stringContaining('phrase2') }])
    const sent = await sdk(send(), send())
    expect(sent.map(each => each.errCode)).toEqual([undefined, 43101])
    expect(await cloud.outbox()).toMatchObject([{ touser: 'o-caller-1', templateId: 'TEMPLATE-FIXTURE', data: { phrase2: '已受理' } }])
  })

  test('a face check is true only after the person went through it', async () => {
    const cert = { certType: 'IDENTITY_CARD', certName: '张三', certNo: '11010519491231002X' }
    const [started] = await sdk([['openapi.cityservice.getVerifyId', { outSeqNo: 's1', certInfo: cert, openid: 'o-caller-1' }]])
    const verifyId = String(started?.value?.verifyId)
    const query: Step['run'] = [['openapi.cityservice.queryVerifyInfo', { verifyId, outSeqNo: 's1', certHash: 'h', openid: 'o-caller-1' }]]
    expect((await sdk(query))[0]?.value?.verifyRet).toBe(90024)
    expect((await cloud.http('POST', '/wx/face', { verifyId }, { 'x-wx-openid': 'o-other-1' })).status).toBe(404)
    await cloud.http('POST', '/wx/face', { verifyId }, { 'x-wx-openid': 'o-caller-1' })
    expect((await sdk(query))[0]?.value?.verifyRet).toBe(10000)
  })

  test('an interface that is ordered down, or to answer otherwise, does so', async () => {
    await cloud.faults({ openapiDown: { 'security.msgSecCheck': 1 } })
    const results = await sdk(check({ content: 'x' }), check({ content: 'x' }))
    expect(results.map(each => each.errCode)).toEqual([-604103, undefined])
    await cloud.faults({ openapiAnswer: { 'phonenumber.getPhoneNumber': { errcode: 1400001, errmsg: 'no quota' } } })
    expect((await sdk([['openapi.phonenumber.getPhoneNumber', { code: 'x' }]]))[0]?.errCode).toBe(1400001)
    await cloud.faults({ openapiAnswer: { 'phonenumber.getPhoneNumber': null } })
  })
})

describe('limits of production', () => {
  test.each<[string, EchoEvent, string]>([
    ['throws', { throws: 'secret detail' }, 'FUNCTIONS_EXECUTE_FAIL'],
    ['takes too long', { hangs: true }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
    ['takes too much memory', { allocateMb: 400 }, 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
    ['answers too much', { answerBytes: 1_100_000 }, 'FUNCTIONS_RESULT_TOO_LARGE'],
  ])('a function that %s is a failure of the platform, without a stack', async (_name, event, code) => {
    const { status, body } = await echo(event)
    expect(status).toBe(502)
    expect(body).toMatchObject({ errCode: -1, code, requestId: expect.any(String) })
    expect(JSON.stringify(body)).not.toMatch(/secret detail|at .*\.js/)
    expect((await echo({ context: true })).status).toBe(200)
  })

  test.each([
    ['more than 100 KB', 'x'.repeat(110_000), 413],
    ['no JSON', '{', 400],
    ['no object', '[1]', 400],
  ])('an event of %s is refused', async (_name, event, status) => {
    expect((await cloud.call('echo', event, ASKER)).status).toBe(status)
  })
})

describe('foreign visitors', () => {
  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'null' },
    { host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('%j is refused, without any permission to read', async headers => {
    const answer = await cloud.http('POST', '/functions/open', {}, headers)
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })

  test('the page of the cloud itself is welcome', async () => {
    expect((await cloud.http('POST', '/functions/open', {}, { origin: cloud.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('the gateway answers nobody without the token of a running invocation', async () => {
    const [uploaded] = await sdk([['uploadFile', { cloudPath: 'a.txt', fileContent: { bytes: 'x' } }]])
    const [addressed] = await sdk([['getTempFileURL', { fileList: [uploaded?.value?.fileID] }]])
    const signed = new URL((addressed?.value?.fileList as { tempFileURL: string }[])[0]?.tempFileURL ?? '')
    const ask = (body: object) => fetch(`${signed.origin}/admin`, { method: 'POST', body: JSON.stringify({ action: 'database.getDocument', ...body }) })
    expect((await ask({ collectionName: 'people' })).status).toBe(403)
    expect((await ask({ collectionName: 'people', wxCloudApiToken: 'eyJ9.x' })).status).toBe(403)
    expect([(await fetch(signed)).status, (await fetch(signed.origin + signed.pathname)).status]).toEqual([200, 403])
  })

  test('files outside the built site are not served', async () => {
    const site = fixture.env.QIHANG_H5 as string
    mkdirSync(site, { recursive: true })
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>启航</title>')
    writeFileSync(join(site, '..', 'outside.txt'), 'secret')
    const page = await cloud.http('GET', '/')
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store'])
    for (const path of ['/..%2Foutside.txt', '/%2e%2e/outside.txt', '/..%5coutside.txt']) expect((await cloud.http('GET', path)).status).toBe(404)
  })
})

describe('timers', () => {
  test('a timer runs when the clock has passed its time, once, without a caller', async () => {
    await cloud.setClock('2024-09-10T08:59:00+08:00')
    await cloud.runTimers()
    await cloud.setClock('2024-09-10T09:00:01+08:00')
    const [run, ...others] = await cloud.runTimers()
    expect(run).toMatchObject({ name: 'daily', function: 'clockwork', ok: true })
    expect(run?.result).toMatchObject({ event: { Type: 'timer', TriggerName: 'daily' }, before: { SOURCE: 'wx_trigger' } })
    expect(others).toEqual([])
    expect(await cloud.runTimers()).toEqual([])
    expect(await cloud.runTimers('daily')).toHaveLength(1)
  })
})

test('secrets lie in the data folder for its owner alone, and survive a restart with the clock', async () => {
  const keys = join(cloud.data, 'keys.json')
  expect(statSync(keys).mode & 0o777).toBe(0o600)
  const before = readFileSync(keys, 'utf8')
  await cloud.restart()
  expect(readFileSync(keys, 'utf8')).toBe(before)
  expect(((await cloud.http('GET', '/clock')).body as { now: string }).now).toMatch(/^2024-09-10T01:0/)
  expect(existsSync(join(cloud.data, 'logs', 'echo.log'))).toBe(true)
})
