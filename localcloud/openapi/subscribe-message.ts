import { isOpenid } from '../environment'
import { wxError, wxOk, type OpenapiCall, type WxAnswer } from './answer'
import { fitsField } from './message-fields'

const STATES = new Set(['developer', 'trial', 'formal'])
const LANGUAGES = new Set(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])

/** Stand-in of subscribeMessage.send: checks what WeChat checks, spends one consent and puts the message into the outbox. */
export function sendSubscribeMessage({ params, platform, templates, now }: OpenapiCall): WxAnswer {
  const { touser, template_id: templateId, page, data, miniprogram_state: state, lang } = params
  if (typeof touser !== 'string' || !isOpenid(touser)) return wxError(40003, 'invalid openid')
  const template = templates.find(each => each.id === templateId)
  if (template === undefined) return wxError(40037, 'invalid template_id')
  if (page !== undefined && !isPage(page)) return wxError(41030, 'invalid page')
  if (state !== undefined && !STATES.has(String(state))) return wxError(47003, 'argument invalid! miniprogram_state')
  if (lang !== undefined && !LANGUAGES.has(String(lang))) return wxError(47003, 'argument invalid! lang')
  const values = readValues(data, Object.values(template.fields))
  if ('wrong' in values) return wxError(47003, `argument invalid! data.${values.wrong}.value is empty or invalid`)
  if (!platform.hasConsent(touser, template.id)) return wxError(43101, 'user refuse to accept the msg')
  platform.send({
    at: new Date(now).toISOString(),
    touser,
    templateId: template.id,
    page: typeof page === 'string' ? page : '',
    data: values.fields,
  })
  return wxOk({ msgid: now })
}

const isPage = (page: unknown): boolean =>
  typeof page === 'string' && page.length <= 1_024 && /^[\w-]+(\/[\w-]+)*(\?[^\s#]*)?$/.test(page)

function readValues(
  data: unknown,
  declared: readonly string[],
): { fields: Record<string, string> } | { wrong: string } {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  const surplus = Object.keys(given).find(field => !declared.includes(field))
  if (surplus !== undefined) return { wrong: surplus }
  const fields: Record<string, string> = {}
  for (const field of declared) {
    const value = (given[field] as { value?: unknown } | undefined)?.value
    const text = typeof value === 'number' ? String(value) : value
    if (!fitsField(field, text)) return { wrong: field }
    fields[field] = text as string
  }
  return { fields }
}
