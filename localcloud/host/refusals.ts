import { randomUUID } from 'node:crypto'

export type RefusalCode = 'INVALID_INPUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'TRY_AGAIN'

/** An HTTP answer that the host itself gives. */
export interface HostAnswer {
  status: number
  body: unknown
}

/** A refusal in the shape of a function's answer, so that every caller can show it. */
export function refusal(status: number, code: RefusalCode, message: string): HostAnswer {
  return { status, body: { result: { ok: false, error: { code, message, requestId: randomUUID() } } } }
}

/**
 * A failure of the platform, as a client's callFunction reports it: errCode -1 and the detail in `code`. Beside it stands an
 * answer, so that a caller who knows answers only can show it too.
 */
export function platformFailure(code: string, detail: string, requestId: string): HostAnswer {
  const error = { code: 'TRY_AGAIN', message: '没办成，是我们的问题，过一会儿再试。', requestId }
  const errMsg = `cloud.callFunction:fail ${code}: ${detail}`
  return { status: 502, body: { result: { ok: false, error }, errCode: -1, errMsg, code, requestId } }
}
