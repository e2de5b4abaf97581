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

/** A failure of the platform, as a client's callFunction reports it: errCode -1 and the detail in `code`. */
export function platformFailure(code: string, detail: string, requestId: string): HostAnswer {
  return { status: 502, body: { errCode: -1, errMsg: `cloud.callFunction:fail ${code}: ${detail}`, code, requestId } }
}
