import { DatabaseSync } from '@photostructure/sqlite'
import { certHash } from '../../cloudfunctions/kernel/wechat'
import { APP_ID } from '../environment'
import { Platform } from './platform'
import { WeixinApi } from './weixin-api'

const NOW = Date.parse('2024-09-02T01:00:00Z')
const HOUR = 3_600_000
const GET_VERIFY_ID = '/cityservice/face/identify/getverifyid'
const QUERY = '/cityservice/face/identify/queryverifyinfo'
const lin = { name: '林知夏', idNumber: '110105200206174524' }

let platform: Platform
let api: WeixinApi
beforeEach(() => {
  platform = new Platform(new DatabaseSync(':memory:'))
  api = new WeixinApi(platform, 'made-up-secret')
})

const token = (over: object = {}) =>
  api.answer({
    path: '/cgi-bin/stable_token',
    accessToken: null,
    body: { grant_type: 'client_credential', appid: APP_ID, secret: 'made-up-secret', ...over },
    now: NOW,
  })
const ask = (path: string, body: object, { now = NOW, accessToken = String(token().access_token) } = {}) =>
  api.answer({ path, accessToken, body, now })
const start = (over: object = {}) => ({
  out_seq_no: 'number-1',
  cert_info: { cert_type: 'IDENTITY_CARD', cert_name: lin.name, cert_no: lin.idNumber },
  openid: 'o-lin-zhixia',
  ...over,
})
const query = (verifyId: unknown, over: object = {}) => ({
  verify_id: verifyId,
  out_seq_no: 'number-1',
  cert_hash: certHash(lin),
  openid: 'o-lin-zhixia',
  ...over,
})

describe('the stand-in of api.weixin.qq.com', () => {
  test('gives a token for the app and its secret alone, for two hours', () => {
    expect(token()).toEqual({ access_token: expect.any(String), expires_in: 7200 })
    expect([token({ secret: 'x' }), token({ appid: 'wx1' }), token({ grant_type: 'x' })].map(a => a.errcode)).toEqual([
      40125, 40013, 40002,
    ])
    const accessToken = String(token().access_token)
    expect(ask(GET_VERIFY_ID, start(), { accessToken, now: NOW + 2 * HOUR }).errcode).toBe(40001)
    expect(ask(GET_VERIFY_ID, start(), { accessToken: 'made-up' }).errcode).toBe(40001)
  })

  test('knows a face check as passed only after the person went through it', () => {
    const { verify_id: verifyId } = ask(GET_VERIFY_ID, start())
    expect(ask(QUERY, query(verifyId))).toMatchObject({ errcode: 0, verify_ret: 90002 })
    expect(platform.finishFaceCheck(String(verifyId), 'o-somebody-else', 10000, NOW)).toBe(false)
    platform.finishFaceCheck(String(verifyId), 'o-lin-zhixia', 10000, NOW)
    expect(ask(QUERY, query(verifyId))).toMatchObject({ errcode: 0, verify_ret: 10000 })
  })

  test('answers with an error, never a result, where account, number or document differ, or an hour has passed', () => {
    const { verify_id: verifyId } = ask(GET_VERIFY_ID, start())
    const other = certHash({ ...lin, name: '林知秋' })
    const wrong = [{ openid: 'o-somebody-else' }, { out_seq_no: 'number-2' }, { cert_hash: other }, { verify_id: 'x' }]
    for (const over of wrong) expect(ask(QUERY, query(verifyId, over)).errcode).toBe(40097)
    expect(ask(QUERY, query(verifyId), { now: NOW + HOUR + 1 }).errcode).toBe(40097)
  })

  test('refuses a number that was used, of a wrong shape, or a document that is no mainland card', () => {
    ask(GET_VERIFY_ID, start())
    const card = start().cert_info
    const wrong = [
      {},
      { out_seq_no: 'abcd' },
      { out_seq_no: 'number-2', cert_info: { ...card, cert_no: 'H12345678' } },
      { out_seq_no: 'number-3', cert_info: { ...card, cert_type: 'PASSPORT' } },
    ]
    for (const over of wrong) expect(ask(GET_VERIFY_ID, start(over)).errcode).toBe(40097)
  })
})
