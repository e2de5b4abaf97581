import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { bodyOf, foreignness } from '../loopback'
import { answerSdk, type Answer, type GatewayParts } from './answers'
import type { Invocations } from './invocations'
import { readSdkRequest } from './sdk-request'
import { WeixinApi } from '../openapi/weixin-api'
import { pathStoredAt } from './storage-actions'
import { mayAccessFile } from './token'

const MAX_WEIXIN_BYTES = 64 * 1024

/** The HTTP side of the gateway: what the unmodified SDK inside the functions talks to. */
export function gatewayServer(parts: GatewayParts, invocations: Invocations, port: number): Server {
  return createServer((request, response) => {
    void serve(parts, invocations, port, request, response).catch((error: unknown) => {
      console.error('gateway:', error instanceof Error ? error.stack : error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'the gateway failed')
    })
  })
}

async function serve(
  parts: GatewayParts,
  invocations: Invocations,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Functions are no web pages: whatever carries an Origin is not one.
  if (foreignness(request, port) !== undefined || request.headers.origin !== undefined) {
    return refuse(response, 403, 'not from this machine')
  }
  const url = new URL(request.url ?? '/', parts.site.origin)
  const storedPath = pathStoredAt(url.pathname)
  if (storedPath !== undefined) return serveFile(parts, request, response, url, storedPath)
  if (request.method === 'POST' && WeixinApi.nameOf(url.pathname) !== undefined)
    return serveWeixin(parts, request, response, url)
  if (request.method !== 'POST' || url.pathname !== '/admin') return refuse(response, 404, 'no such door')
  const sdkRequest = await readSdkRequest(request)
  if (sdkRequest === undefined) return refuse(response, 400, 'no SDK request')
  const claims = invocations.whose(sdkRequest.token)
  if (claims === undefined) return refuse(response, 403, 'no running invocation has this token')
  if (parts.faults.slowMs > 0) await pause(parts.faults.slowMs)
  if (sdkRequest.action.startsWith('database.')) invocations.countOperation(claims.invocation)
  send(response, await answerSdk(parts, sdkRequest, claims))
}

/** What a function asks of api.weixin.qq.com itself. */
async function serveWeixin(
  { faults, weixin, now }: GatewayParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const text = await bodyOf(request, MAX_WEIXIN_BYTES)
  const path = url.pathname
  const name = WeixinApi.nameOf(path) ?? ''
  if (faults.strikesApi('openapiDown', name)) return void response.destroy()
  const accessToken = url.searchParams.get('access_token')
  const json =
    faults.orderedAnswer(name) ?? weixin.answer({ path, accessToken, body: parsed(text?.toString('utf8')), now: now() })
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(json))
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if ('cut' in answer) {
    response.destroy()
  } else if ('bytes' in answer) {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer.bytes)
  } else {
    const body = JSON.stringify({ requestId: randomUUID(), ...(answer.json as object) })
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
  }
}

async function serveFile(
  { site }: GatewayParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
): Promise<void> {
  const upload = request.method === 'PUT'
  const access = upload ? request.headers.authorization : url.searchParams.get('access')
  if (!mayAccessFile(access, upload ? 'PUT' : 'GET', path, site.secret, Date.now()))
    return refuse(response, 403, 'no access to this file')
  if (upload) {
    await site.storage.write(path, request)
    response.writeHead(200).end()
  } else if (!site.storage.has(path)) {
    refuse(response, 404, 'no such file')
  } else {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': site.storage.size(path) })
    if (request.method === 'HEAD') response.end()
    else site.storage.read(path).pipe(response)
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify({ code: 'INVALID_REQUEST_SOURCE', message }))
}
