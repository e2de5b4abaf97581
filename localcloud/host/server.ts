import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { foreignness } from '../loopback'
import { exportDocuments, importDocuments } from './console-doors'
import * as doors from './doors'
import type { Cloud, Door } from './doors'
import { refusal, type HostAnswer } from './refusals'
import { serveSite } from './site'

/** Method and path; a path that ends with a slash takes the rest of the address as its argument. */
const DOORS: readonly (readonly [method: string, path: string, door: Door])[] = [
  ['POST', '/functions/', doors.callFunction],
  ['PUT', '/storage/', doors.putFile],
  ['GET', '/storage', doors.getFile],
  ['GET', '/outbox', doors.outbox],
  ['GET', '/clock', doors.getClock],
  ['PUT', '/clock', doors.putClock],
  ['POST', '/timers/run', doors.runTimers],
  ['GET', '/health', doors.health],
  ['POST', '/faults', doors.faults],
  ['POST', '/explain', doors.explain],
  ['POST', '/wx/phone-code', doors.phoneCode],
  ['POST', '/wx/subscribe', doors.subscribe],
  ['POST', '/wx/face', doors.face],
  ['GET', '/demo/people', doors.people],
  ['POST', '/console/import/', importDocuments],
  ['GET', '/console/export/', exportDocuments],
]

/** The doors of the embedded cloud. `cloud` may come later than the first request: early visitors wait for it. */
export function hostServer(cloud: Promise<Cloud>, portOf: () => number): Server {
  return createServer((request, response) => {
    void serve(cloud, portOf(), request, response).catch((error: unknown) => {
      console.error('host:', error instanceof Error ? error.stack : error)
      answer(response, refusal(500, 'TRY_AGAIN', '本机云出错了，请稍后再试；详情见启动窗口。'))
    })
  })
}

async function serve(
  cloud: Promise<Cloud>,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (foreignness(request, port) !== undefined) {
    return answer(response, refusal(403, 'NOT_ALLOWED', '只接受本机页面和程序的访问。'))
  }
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
  const path = decoded(url.pathname)
  if (path === undefined) return answer(response, refusal(400, 'INVALID_INPUT', '地址无法识别。'))
  const found = DOORS.find(
    ([method, name]) => method === request.method && (name.endsWith('/') ? path.startsWith(name) : path === name),
  )
  const open = await cloud
  if (found !== undefined) {
    const [, name, door] = found
    const given = await door({ cloud: open, request, response, url, rest: path.slice(name.length) })
    if (given !== undefined) answer(response, given)
    return
  }
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (reading && serveSite(open.settings.h5Dir, path, request, response)) return
  answer(response, refusal(404, 'NOT_FOUND', '没有这个地址。'))
}

function answer(response: ServerResponse, { status, body }: HostAnswer): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
