import type { MessageTemplate } from '../declaration'
import type { Platform } from './platform'

/** A WeChat answer: errcode 0 or an error with its text. */
export type WxAnswer = { errcode: number; errmsg: string } & Record<string, unknown>

export interface OpenapiCall {
  /** Arguments as WeChat gets them, in snake case. */
  params: Record<string, unknown>
  platform: Platform
  templates: readonly MessageTemplate[]
  /** The cloud's time, ms. */
  now: number
}

export const wxError = (errcode: number, errmsg: string): WxAnswer => ({ errcode, errmsg })

export const wxOk = (fields: Record<string, unknown> = {}): WxAnswer => ({ errcode: 0, errmsg: 'ok', ...fields })
