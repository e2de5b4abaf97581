import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { momentOf, type CloudClock } from '../clock'
import { cloudPathOf, fileIdOf, isOpenid, MAX_EVENT_BYTES } from '../environment'
import { faultsSchema } from '../gateway/faults'
import { bodyOf } from '../loopback'
import { FileTooLarge, type Storage } from '../storage'
import type { GatewayProcess } from './gateway-process'
import type { Invoker } from './invoker'
import { invocationAnswer, readCaller } from './invocation-door'
import { refusal, type HostAnswer } from './refusals'
import type { HostSettings } from './settings'
import type { Timers } from './timers'

export interface Cloud {
  settings: HostSettings
  gateway: GatewayProcess
  invoker: Invoker
  timers: Timers
  clock: CloudClock
  storage: Storage
  consoleKey: string
  /** The declared ones, by name. */
  collections: readonly string[]
}

/** One request at a door. */
export interface Visit {
  cloud: Cloud
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** What follows the door's name in the path, decoded. */
  rest: string
}

/** `undefined`: the door has answered by itself. */
export type Door = (visit: Visit) => Promise<HostAnswer | undefined> | HostAnswer | undefined

const SMALL_BODY = 64 * 1024
const NO_SUCH_FILE = '没有这个文件，请核对文件编号。'

const ok = (body: unknown): HostAnswer => ({ status: 200, body })

export async function callFunction({ cloud, request, response, rest }: Visit): Promise<HostAnswer> {
  const caller = readCaller(request)
  if (caller === undefined)
    return refusal(
      400,
      'INVALID_INPUT',
      '调用者标识的格式不对：x-wx-openid 应为 6 到 64 位字母、数字、- 或 _，且不能全是数字。',
    )
  const body = await bodyOf(request, MAX_EVENT_BYTES)
  if (body === undefined) return refusal(413, 'INVALID_INPUT', '内容过长（上限 100 KB），请精简后再提交。')
  const outcome = await cloud.invoker.invoke({ fn: rest, event: body.toString('utf8'), caller })
  if (outcome.kind !== 'refused' && outcome.dbOperations !== undefined)
    response.setHeader('x-db-operations', String(outcome.dbOperations))
  return invocationAnswer(outcome)
}

export async function putFile({ cloud, request, rest }: Visit): Promise<HostAnswer> {
  if (cloud.storage.locate(rest) === undefined) return refusal(400, 'INVALID_INPUT', '文件路径不允许，请换一个路径。')
  try {
    await cloud.storage.write(rest, request)
  } catch (error) {
    if (error instanceof FileTooLarge) return refusal(413, 'INVALID_INPUT', '文件过大（上限 200 MB），请拆分后再上传。')
    throw error
  }
  return ok({ fileID: fileIdOf(rest) })
}

export function getFile({ cloud, response, url }: Visit): HostAnswer | undefined {
  const path = cloudPathOf(url.searchParams.get('fileID') ?? '')
  if (path === undefined || !cloud.storage.has(path)) return refusal(404, 'NOT_FOUND', NO_SUCH_FILE)
  const name = encodeURIComponent(path.split('/').pop() ?? 'file')
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': cloud.storage.size(path),
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
  })
  cloud.storage.read(path).pipe(response)
  return undefined
}

export async function outbox({ cloud }: Visit): Promise<HostAnswer> {
  return ok(await cloud.gateway.askAgain('outbox'))
}

export const getClock: Door = ({ cloud }) => ok({ now: new Date(cloud.clock.now()).toISOString() })

export async function putClock(visit: Visit): Promise<HostAnswer> {
  const { cloud } = visit
  const given = await json(visit, z.strictObject({ now: z.string().max(40) }))
  if (given === undefined) return refusal(400, 'INVALID_INPUT', '请给出 { "now": "2024-09-02" } 或带时区的时刻。')
  try {
    cloud.clock.set(momentOf(given.now))
  } catch {
    return refusal(400, 'INVALID_INPUT', '时间格式不对，请用 2024-09-02 或 2024-09-02T10:00:00+08:00。')
  }
  await cloud.gateway.askAgain('clock', { offsetMs: cloud.clock.offsetMs })
  cloud.timers.clockChanged()
  return getClock(visit) as HostAnswer
}

export async function runTimers(visit: Visit): Promise<HostAnswer> {
  const given = await json(visit, z.strictObject({ name: z.string().max(64).optional() }))
  if (given === undefined) return refusal(400, 'INVALID_INPUT', '请给出 { "name": "…" } 或空内容。')
  const runs = await visit.cloud.timers.run(given.name)
  return runs === undefined ? refusal(404, 'NOT_FOUND', '没有这个定时任务。') : ok({ ran: runs })
}

export const health: Door = ({ cloud }) => {
  const workers = cloud.invoker.pids()
  return ok({
    ok: cloud.gateway.isReady,
    timers: cloud.settings.timers,
    pids: { host: process.pid, gateway: cloud.gateway.pid, workers: Object.values(workers).flat() },
    workers,
  })
}

export async function faults(visit: Visit): Promise<HostAnswer> {
  if (!visit.cloud.settings.faults) return refusal(404, 'NOT_FOUND', '没有这个接口。')
  const given = await json(visit, faultsSchema)
  if (given === undefined) return refusal(400, 'INVALID_INPUT', '故障开关的内容不对。')
  await visit.cloud.gateway.askAgain('faults', given)
  return ok({ ok: true })
}

const explainSchema = z.strictObject({
  collection: z.string(),
  query: z.string(),
  sort: z.array(z.strictObject({ field: z.string(), direction: z.union([z.literal(1), z.literal(-1)]) })).default([]),
})

export async function explain(visit: Visit): Promise<HostAnswer> {
  if (!visit.cloud.settings.faults) return refusal(404, 'NOT_FOUND', '没有这个接口。')
  const given = await json(visit, explainSchema)
  if (given === undefined) return refusal(400, 'INVALID_INPUT', '请给出集合与查询。')
  return ok(await visit.cloud.gateway.askAgain('explain', given))
}

export async function phoneCode(visit: Visit): Promise<HostAnswer> {
  const openid = openidOf(visit)
  const given = await json(
    visit,
    z.strictObject({
      phone: z
        .string()
        .regex(/^1[3-9]\d{9}$/)
        .optional(),
    }),
  )
  if (openid === undefined || given === undefined)
    return refusal(400, 'INVALID_INPUT', '需要 x-wx-openid；手机号可不填，填则为 11 位。')
  return ok({ code: await visit.cloud.gateway.askAgain('phoneCode', { openid, ...given }) })
}

const subscribeSchema = z.strictObject({
  templateIds: z.record(z.string(), z.enum(['accept', 'reject'])).or(z.array(z.string()).max(5)),
})

/** One-time consents to messages, as the consent dialog would record them. A rejection leaves nothing behind. */
export async function subscribe(visit: Visit): Promise<HostAnswer> {
  const openid = openidOf(visit)
  const given = await json(visit, subscribeSchema)
  if (openid === undefined || given === undefined)
    return refusal(400, 'INVALID_INPUT', '需要 x-wx-openid 与 templateIds。')
  const { templateIds } = given
  const accepted = Array.isArray(templateIds)
    ? templateIds
    : Object.keys(templateIds).filter(id => templateIds[id] === 'accept')
  await visit.cloud.gateway.ask('subscribe', { openid, templateIds: accepted })
  return ok({ accepted })
}

/** WeChat's verify_ret for a face that was recognised. */
const RECOGNISED = 10_000
const faceSchema = z.strictObject({ verifyId: z.string().max(256), verifyRet: z.int().default(RECOGNISED) })

/** What a person does in front of the camera after wx.requestFacialVerify. */
export async function face(visit: Visit): Promise<HostAnswer> {
  const openid = openidOf(visit)
  const given = await json(visit, faceSchema)
  if (openid === undefined || given === undefined)
    return refusal(400, 'INVALID_INPUT', '需要 x-wx-openid 与 verifyId。')
  const { verifyId, verifyRet } = given
  const known = await visit.cloud.gateway.askAgain<boolean>('face', { openid, verifyId, outcome: verifyRet })
  return known ? ok({ verifyRet }) : refusal(404, 'NOT_FOUND', '没有这次人脸核身，请重新发起。')
}

export function people({ cloud }: Visit): HostAnswer {
  try {
    return ok(JSON.parse(readFileSync(join(cloud.settings.dataDir, 'people.json'), 'utf8')) as unknown)
  } catch {
    return ok([])
  }
}

function openidOf({ request }: Visit): string | undefined {
  const openid = request.headers['x-wx-openid']
  return typeof openid === 'string' && isOpenid(openid) ? openid : undefined
}

/** @returns undefined when the body is too long, no JSON or not of the form; an empty body counts as {} */
async function json<T>({ request }: Visit, schema: z.ZodType<T>): Promise<T | undefined> {
  const body = await bodyOf(request, SMALL_BODY)
  if (body === undefined) return undefined
  try {
    const parsed = schema.safeParse(body.length === 0 ? {} : JSON.parse(body.toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
