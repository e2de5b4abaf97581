import { APP_ID } from '../environment'
import { wxError, wxOk, type OpenapiCall, type WxAnswer } from './answer'

/** Stand-in of phonenumber.getPhoneNumber: a code is good once and for five minutes. */
export function getPhoneNumber({ params, platform, now }: OpenapiCall): WxAnswer {
  const phone = typeof params.code === 'string' ? platform.redeemPhoneCode(params.code, now) : undefined
  if (phone === undefined) return wxError(40029, 'invalid code')
  return wxOk({
    phone_info: {
      phone_number: phone,
      pure_phone_number: phone,
      country_code: '86',
      watermark: { timestamp: Math.floor(now / 1_000), appid: APP_ID },
    },
  })
}
