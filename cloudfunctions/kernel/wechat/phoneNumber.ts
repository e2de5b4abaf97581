import { normalisePhone } from '../../../src/domain/person'
import { errCodeOf, type OpenApi } from './openApi'

const NO_BALANCE = 1400001

export type PhoneAnswer = { ok: true; phone: string } | { ok: false; message: string }

/**
 * Turns the code of WeChat's phone button (once, five minutes) into a mainland number. Whatever goes wrong, expired code or no
 * balance (1400001), the person can type the number instead.
 */
export async function phoneOfCode(openapi: OpenApi, code: string): Promise<PhoneAnswer> {
  let answer: unknown
  try {
    answer = await openapi.phonenumber.getPhoneNumber({ code })
  } catch (error) {
    const why = errCodeOf(error) === NO_BALANCE ? '微信取手机号暂时用不了' : '微信给的手机号过期了'
    return { ok: false, message: `${why}，请直接填手机号` }
  }
  const { phoneInfo } = (answer ?? {}) as { phoneInfo?: { purePhoneNumber?: unknown; countryCode?: unknown } }
  const phone = normalisePhone(String(phoneInfo?.purePhoneNumber ?? ''))
  if (String(phoneInfo?.countryCode ?? '86') !== '86' || !phone.ok)
    return { ok: false, message: '微信绑定的不是内地手机号，请直接填一个内地手机号' }
  return { ok: true, phone: phone.value }
}
