import type { IncomingMessage } from 'node:http'
import { isOpenid } from '../environment'
import { SOURCES, type Caller } from './caller'
import type { Outcome } from './invoker'
import { platformFailure, refusal, type HostAnswer } from './refusals'

/** @returns undefined when a header is malformed */
export function readCaller(request: IncomingMessage): Caller | undefined {
  const openid = header(request, 'x-wx-openid')
  const source = header(request, 'x-wx-source') ?? (openid === undefined ? 'wx_console' : 'wx_client')
  if (openid !== undefined && !isOpenid(openid)) return undefined
  const known = source.split(',').every(each => each === 'scf' || SOURCES.some(name => name === each))
  return known ? { openid, source } : undefined
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The HTTP answer to an invocation. */
export function invocationAnswer(outcome: Outcome): HostAnswer {
  if (outcome.kind === 'result') return { status: 200, body: { result: JSON.parse(outcome.text) as unknown } }
  if (outcome.kind === 'failed') return platformFailure(outcome.code, outcome.message, outcome.requestId)
  switch (outcome.why) {
    case 'unknown':
      return refusal(404, 'NOT_FOUND', '没有这个服务，请检查地址。')
    case 'notAllowed':
      return refusal(403, 'NOT_ALLOWED', '不能使用这个服务。')
    case 'tooLarge':
      return refusal(413, 'INVALID_INPUT', '内容过长（上限 100 KB），请精简后再提交。')
    case 'notJson':
      return refusal(400, 'INVALID_INPUT', '内容不是有效的 JSON 对象，请检查后再提交。')
    case 'notBuilt':
      return refusal(503, 'TRY_AGAIN', '这个服务还没有构建，请先运行 npm start 或构建云函数。')
    case 'overloaded':
      return refusal(503, 'TRY_AGAIN', '现在办理的人较多，请稍后再试。')
  }
}
