import type { CloudDeclaration } from '../declaration'
import type { Database } from '../engine/database'
import { DatabaseError } from '../engine/errors'
import type { Channel } from '../ipc'
import { OPENAPI } from '../openapi'
import type { Platform } from '../openapi/platform'
import type { WeixinApi } from '../openapi/weixin-api'
import { openapiAnswer, openapiRefusal, readOpenapiRequest } from '../openapi/wire'
import { databaseAction, isWrite } from './database-actions'
import type { Faults } from './faults'
import type { SdkRequest } from './sdk-request'
import { storageAction, type StorageSite } from './storage-actions'
import type { InvocationClaims } from './token'

/** JSON for the SDK, bytes for an open-interface call, or a cut connection. */
export type Answer = { json: unknown } | { bytes: Uint8Array } | { cut: true }

export interface GatewayParts {
  declaration: CloudDeclaration
  database: Database
  platform: Platform
  weixin: WeixinApi
  site: StorageSite
  faults: Faults
  host: Channel
  now: () => number
}

/** Codes WeChat's own side answers with for open interfaces (wx-server-sdk, error.config). */
const NO_PERMISSION = -604101
const API_NOT_FOUND = -604100
const SYSTEM_ERROR = -604103

/** What a nested callFunction gets from the host. */
export type NestedResult = { ok: true; result: unknown } | { ok: false; code: string; message: string }

export async function answerSdk(parts: GatewayParts, request: SdkRequest, claims: InvocationClaims): Promise<Answer> {
  const { action } = request
  if (action.startsWith('database.')) return answerDatabase(parts, request, claims)
  if (action.startsWith('storage.')) return { json: storageAction(parts.site, action, request.params) }
  if (action === 'functions.invokeFunction') return answerNestedCall(parts, request, claims)
  if (action === 'wx.openApi') return answerOpenapi(parts, request, claims)
  return { json: { code: 'INVALID_PARAM', message: `not available on the embedded cloud: ${action}` } }
}

async function answerDatabase(parts: GatewayParts, request: SdkRequest, claims: InvocationClaims): Promise<Answer> {
  const { faults } = parts
  const write = isWrite(request.action)
  if (write && faults.strikes('dropRequestBeforeWrite')) return { cut: true }
  let json: unknown
  try {
    json = { data: databaseAction(parts.database, request.action, request.params, parts.now()) }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    json = { code: error.code, message: error.message }
  }
  if (!write) return { json }
  if (faults.strikes('killGatewayAfterWrite')) process.kill(process.pid, 'SIGKILL')
  if (faults.strikes('killWorkerAfterWrite')) {
    // Before the connection is cut: the function must not get the chance to answer.
    await parts.host.ask('killWorkerOf', { invocation: claims.invocation })
    return { cut: true }
  }
  return faults.strikes('dropAnswerAfterWrite') ? { cut: true } : { json }
}

async function answerNestedCall(parts: GatewayParts, request: SdkRequest, claims: InvocationClaims): Promise<Answer> {
  const { function_name: name, request_data: data } = request.params
  const result = await parts.host.ask<NestedResult>('invoke', {
    fn: String(name),
    event: typeof data === 'string' ? data : '',
    openid: claims.openid,
    source: `${claims.source},scf`,
  })
  if (!result.ok) return { json: { code: result.code, message: result.message } }
  return { json: { data: { response_data: JSON.stringify(result.result ?? null) } } }
}

async function answerOpenapi(parts: GatewayParts, request: SdkRequest, claims: InvocationClaims): Promise<Answer> {
  const api = String(request.params.apiName)
  const killed = async (): Promise<Answer> => {
    await parts.host.ask('killWorkerOf', { invocation: claims.invocation })
    return { cut: true }
  }
  if (parts.faults.strikesApi('killWorkerBeforeOpenapi', api)) return killed()
  const answer = openapiAnswerOf(parts, api, request, claims)
  return parts.faults.strikesApi('killWorkerAfterOpenapi', api) ? killed() : answer
}

function openapiAnswerOf(parts: GatewayParts, api: string, request: SdkRequest, claims: InvocationClaims): Answer {
  const granted = parts.declaration.functions.find(each => each.name === claims.fn)?.openapi ?? []
  if (!granted.includes(api)) return { bytes: openapiRefusal(NO_PERMISSION) }
  const standIn = Object.hasOwn(OPENAPI, api) ? OPENAPI[api] : undefined
  if (standIn === undefined || request.requestData === undefined) return { bytes: openapiRefusal(API_NOT_FOUND) }
  if (parts.faults.strikesApi('openapiDown', api)) return { bytes: openapiRefusal(SYSTEM_ERROR) }
  const ordered = parts.faults.orderedAnswer(api)
  if (ordered !== undefined) return { bytes: openapiAnswer(ordered) }
  const { platform, declaration } = parts
  const params = readOpenapiRequest(request.requestData)
  // The caller is using the mini-program at this very moment.
  if (claims.openid !== undefined && claims.source.split(',').includes('wx_client'))
    platform.noteVisit(claims.openid, parts.now())
  return {
    bytes: openapiAnswer(standIn({ params, platform, templates: declaration.messageTemplates, now: parts.now() })),
  }
}
