import { randomBytes, timingSafeEqual } from 'node:crypto'
import { APP_ID } from '../environment'
import { wxError, type WxAnswer } from './answer'
import { getVerifyId, queryVerifyInfo, type FaceCall } from './face-check'
import type { Platform } from './platform'

/** Seconds an access token is good for. */
const TOKEN_SECONDS = 7_200
const TOKEN_PATH = '/cgi-bin/stable_token'

/** Interfaces of WeChat that a cloud function can't call through `cloud.openapi`: by path, with the name faults know them by. */
const INTERFACES: Readonly<Record<string, readonly [name: string, answer: (call: FaceCall) => WxAnswer]>> = {
  '/cityservice/face/identify/getverifyid': ['cityservice.getVerifyId', getVerifyId],
  '/cityservice/face/identify/queryverifyinfo': ['cityservice.queryVerifyInfo', queryVerifyInfo],
}

export interface WeixinRequest {
  path: string
  accessToken: string | null
  body: unknown
  /** The cloud's time, ms. */
  now: number
}

/** Stand-in of api.weixin.qq.com: an access token for the app's secret, and the interfaces behind it. */
export class WeixinApi {
  private readonly tokens = new Map<string, number>()

  constructor(
    private readonly platform: Platform,
    private readonly appSecret: string,
  ) {}

  /** The name an interface goes by in a fault's order; undefined where there is no such path. */
  static nameOf(path: string): string | undefined {
    return path === TOKEN_PATH ? 'cgi-bin.stableToken' : INTERFACES[path]?.[0]
  }

  answer({ path, accessToken, body, now }: WeixinRequest): WxAnswer | Record<string, unknown> {
    if (path === TOKEN_PATH) return this.issueToken(body, now)
    if ((this.tokens.get(accessToken ?? '') ?? 0) <= now)
      return wxError(40001, 'invalid credential, access_token is invalid')
    return INTERFACES[path]?.[1]({ body, platform: this.platform, now }) ?? wxError(40066, 'invalid url')
  }

  private issueToken(body: unknown, now: number): WxAnswer | Record<string, unknown> {
    const { grant_type: grant, appid, secret } = (body ?? {}) as Record<string, unknown>
    if (grant !== 'client_credential') return wxError(40002, 'invalid grant_type')
    if (appid !== APP_ID) return wxError(40013, 'invalid appid')
    if (typeof secret !== 'string' || !sameText(secret, this.appSecret)) return wxError(40125, 'invalid appsecret')
    const token = randomBytes(48).toString('base64url')
    this.tokens.set(token, now + TOKEN_SECONDS * 1_000)
    return { access_token: token, expires_in: TOKEN_SECONDS }
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
