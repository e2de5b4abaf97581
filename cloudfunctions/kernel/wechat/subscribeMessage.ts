import type { MessageKey } from '../../../src/domain/messages'
import { errCodeOf, type OpenApi } from './openApi'

/** A template of the installation: its id, and the field that carries each meaning, e.g. `district` → `thing1`. */
export interface MessageTemplate {
  key: MessageKey
  id: string
  fields: Record<string, string>
}

/** Where every message leads. */
const PAGE = 'pages/home/index'

/** The person refused, or allowed no message of this template any more. */
const NOT_ALLOWED = 43101
/** What WeChat will answer the same way again: openid, template id, page, or a field that doesn't fit. */
const NEVER = [40003, 40037, 41030, 47003]

export type Sending =
  | { outcome: 'sent' | 'notAllowed' }
  /** `never`: another try would end the same way. `later`: WeChat is down, too busy, or gave no answer. */
  | { outcome: 'never' | 'later'; code?: number }

/** Characters a `thing` takes; WeChat counts characters, not bytes (domain facts §12). */
const LONGEST_THING = 20

/** A text as its field takes it. Too long a `thing` is cut: a message with a shortened word is better than none. */
export function fieldText(field: string, text: string): string {
  const characters = Array.from(text)
  if (!field.startsWith('thing') || characters.length <= LONGEST_THING) return text
  return `${characters.slice(0, LONGEST_THING - 1).join('')}…`
}

/** Sends a one-time message; spends one of the person's accepts. Never throws. */
export async function sendMessage(
  openapi: OpenApi,
  openid: string,
  { id, fields }: MessageTemplate,
  facts: Record<string, string>,
): Promise<Sending> {
  const data = Object.fromEntries(
    Object.entries(fields).map(([meaning, field]) => [field, { value: fieldText(field, facts[meaning] ?? '') }]),
  )
  try {
    await openapi.subscribeMessage.send({ touser: openid, templateId: id, page: PAGE, data, lang: 'zh_CN' })
    return { outcome: 'sent' }
  } catch (error) {
    const code = errCodeOf(error)
    if (code === NOT_ALLOWED) return { outcome: 'notAllowed' }
    const outcome = code !== undefined && NEVER.includes(code) ? 'never' : 'later'
    return { outcome, ...(code === undefined ? {} : { code }) }
  }
}
