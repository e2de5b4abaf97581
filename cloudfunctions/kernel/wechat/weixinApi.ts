import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** How WeChat's own HTTPS interfaces are reached: those that `cloud.openapi` doesn't have. */
export interface WeixinSettings {
  appid: string
  secret: string
  /** Without a trailing slash. */
  base: string
}

/** WeChat gave no answer, or one that says no. The message names the interface and the code, never what was sent. */
export class WeixinUnavailable extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}`)
    this.name = 'WeixinUnavailable'
  }
}

const WEIXIN = 'https://api.weixin.qq.com'
const TOKEN_PATH = '/cgi-bin/stable_token'
const TIMEOUT_MS = 5_000
const MOST_ANSWER_BYTES = 256 * 1024
/** A token is given up so much before its end. */
const TOKEN_MARGIN_MS = 60_000
/** The access token is wrong, malformed or over. */
const TOKEN_IS_OVER = [40001, 40014, 42001]

/**
 * The settings of the environment; undefined where appid or secret is missing: what needs them is not to be had then.
 * @throws Error where the address would send names and numbers over the net in the clear
 */
export function readWeixinSettings(env: Record<string, string | undefined>): WeixinSettings | undefined {
  const { QIHANG_WX_APPID: appid, QIHANG_WX_SECRET: secret, QIHANG_WX_API: given } = env
  if (!appid || !secret) return undefined
  const { protocol, hostname, href } = new URL(given || WEIXIN)
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw new Error('QIHANG_WX_API: only https, or this machine itself')
  return { appid, secret, base: href.replace(/\/$/, '') }
}

type Fields = Record<string, unknown>

/** One call of an interface: its path, what is sent, and the time. @throws WeixinUnavailable */
export type WeixinApi = (path: string, body: Fields, nowMs: number) => Promise<Fields>

/** Calls WeChat's interfaces with an access token of the app's own, kept in memory until it is over. */
export function weixinApi({ appid, secret, base }: WeixinSettings): WeixinApi {
  let token: { text: string; until: number } | undefined

  async function accessToken(nowMs: number): Promise<string> {
    if (token && nowMs < token.until) return token.text
    const asked = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const { access_token: text, expires_in: seconds, errcode } = await post(base, TOKEN_PATH, '', asked)
    if (typeof text !== 'string' || typeof seconds !== 'number')
      throw new WeixinUnavailable(TOKEN_PATH, `errcode ${String(errcode)}`)
    token = { text, until: nowMs + seconds * 1000 - TOKEN_MARGIN_MS }
    return text
  }

  return async (path, body, nowMs) => {
    for (let attempt = 1; ; attempt += 1) {
      const query = `?access_token=${encodeURIComponent(await accessToken(nowMs))}`
      const answer = await post(base, path, query, body)
      const code = Number(answer.errcode ?? 0)
      if (code === 0) return answer
      if (!TOKEN_IS_OVER.includes(code) || attempt === 2) throw new WeixinUnavailable(path, `errcode ${code}`)
      token = undefined
    }
  }
}

function post(base: string, path: string, query: string, body: Fields): Promise<Fields> {
  const send = base.startsWith('https:') ? requestHttps : requestHttp
  const text = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new WeixinUnavailable(path, why))
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    const outgoing = send(`${base}${path}${query}`, { method: 'POST', headers, timeout: TIMEOUT_MS }, incoming => {
      const chunks: Buffer[] = []
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > MOST_ANSWER_BYTES) outgoing.destroy(new Error('too long'))
        else chunks.push(chunk)
      })
      incoming.on('error', () => fail('the answer broke off'))
      incoming.on('end', () => {
        const fields = fieldsOf(Buffer.concat(chunks).toString('utf8'))
        if (incoming.statusCode === 200 && fields) resolve(fields)
        else fail(`status ${incoming.statusCode ?? 'none'}`)
      })
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')))
    // an error of the network names hosts and addresses at most
    outgoing.on('error', error => fail((error as NodeJS.ErrnoException).code ?? 'no answer'))
    outgoing.end(text)
  })
}

function fieldsOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}
