import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EchoEvent } from './fixture/echo'
import { ASKER, collection, cloudForTests } from './fixture/cloud-for-tests'
import type { CallOptions } from './testing'

const { cloud, echo, fixture, sdk } = cloudForTests()

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
    const answers = await Promise.all(
      calls.map(caller => echo({ steps: [{ run: collection('counters', ['count']) }] }, caller)),
    )
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
    const { status, body } = await cloud().call(fn, {}, options)
    expect(status).toBe(403)
    expect(body).toEqual({
      result: {
        ok: false,
        error: { code: 'NOT_ALLOWED', message: '不能使用这个服务。', requestId: expect.any(String) },
      },
    })
  })

  test('an unknown function is not found', async () => {
    const { status, body } = await cloud().call('nothing', {}, ASKER)
    expect([status, (body as { result: { error: { code: string } } }).result.error.code]).toEqual([404, 'NOT_FOUND'])
  })

  test('a function that calls another keeps its caller in the chain, and is refused where its caller is', async () => {
    const [open, back] = await sdk(
      [['callFunction', { name: 'open', data: { context: true } }]],
      [['callFunction', { name: 'back', data: {} }]],
    )
    expect(open?.value?.result).toMatchObject({ before: { OPENID: 'o-caller-1', SOURCE: 'wx_client,scf' } })
    expect(back).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('security rule') })
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
    const result = { ok: false, error: { code: 'TRY_AGAIN', message: expect.stringContaining('过一会儿再试') } }
    expect(body).toMatchObject({ errCode: -1, code, requestId: expect.any(String), result })
    expect(JSON.stringify(body)).not.toMatch(/secret detail|at .*\.js/)
    expect((await echo({ context: true })).status).toBe(200)
  })

  test.each([
    ['more than 100 KB', 'x'.repeat(110_000), 413],
    ['no JSON', '{', 400],
    ['no object', '[1]', 400],
  ])('an event of %s is refused', async (_name, event, status) => {
    expect((await cloud().call('echo', event, ASKER)).status).toBe(status)
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
    const answer = await cloud().http('POST', '/functions/open', {}, headers)
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })

  test('the page of the cloud itself is welcome', async () => {
    expect(
      (await cloud().http('POST', '/functions/open', {}, { origin: cloud().url, 'sec-fetch-site': 'same-origin' }))
        .status,
    ).toBe(200)
  })

  test('the gateway answers nobody without the token of a running invocation', async () => {
    const [uploaded] = await sdk([['uploadFile', { cloudPath: 'a.txt', fileContent: { bytes: 'x' } }]])
    const [addressed] = await sdk([['getTempFileURL', { fileList: [uploaded?.value?.fileID] }]])
    const signed = new URL((addressed?.value?.fileList as { tempFileURL: string }[])[0]?.tempFileURL ?? '')
    const ask = (body: object) =>
      fetch(`${signed.origin}/admin`, {
        method: 'POST',
        body: JSON.stringify({ action: 'database.getDocument', ...body }),
      })
    expect((await ask({ collectionName: 'people' })).status).toBe(403)
    expect((await ask({ collectionName: 'people', wxCloudApiToken: 'eyJ9.x' })).status).toBe(403)
    expect([(await fetch(signed)).status, (await fetch(signed.origin + signed.pathname)).status]).toEqual([200, 403])
  })

  test('files outside the built site are not served', async () => {
    const site = fixture().env.QIHANG_H5 as string
    mkdirSync(site, { recursive: true })
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>启航</title>')
    writeFileSync(join(site, '..', 'outside.txt'), 'secret')
    const page = await cloud().http('GET', '/')
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ])
    for (const path of ['/..%2Foutside.txt', '/%2e%2e/outside.txt', '/..%5coutside.txt'])
      expect((await cloud().http('GET', path)).status).toBe(404)
  })
})
