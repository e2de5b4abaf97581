import { Refusal } from './refusal'

/** A request to a function is at most 100 KB of text; more never comes from the mini-program. */
export const MOST_EVENT_BYTES = 100 * 1024

export interface FunctionEvent {
  action: string
  input: unknown
  operator?: { id: string; code: string }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const badEvent = () => new Refusal('INVALID_INPUT', '请求的格式不对，请更新小程序后再试')

function bytesOf(event: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(event) ?? '')
  } catch {
    throw badEvent()
  }
}

/**
 * Takes `{ action, input, operator? }` out of an event. Fields WeChat adds (`userInfo`, `tcbContext`) and all others are
 * not read. A timer's event, `{ Type: 'Timer', … }`, means `run`.
 */
export function readEvent(event: unknown): FunctionEvent {
  if (!isRecord(event)) throw badEvent()
  if (bytesOf(event) > MOST_EVENT_BYTES) throw new Refusal('INVALID_INPUT', '内容太多了，请删减后再交')
  if (event.action === undefined && typeof event.Type === 'string' && event.Type.toLowerCase() === 'timer')
    return { action: 'run', input: {} }
  if (typeof event.action !== 'string' || event.action.length > 60) throw badEvent()
  const { operator } = event
  const read: FunctionEvent = { action: event.action, input: event.input ?? {} }
  if (isRecord(operator) && typeof operator.id === 'string' && typeof operator.code === 'string')
    read.operator = { id: operator.id, code: operator.code }
  return read
}
