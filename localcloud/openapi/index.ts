import type { OpenapiCall, WxAnswer } from './answer'
import { msgSecCheck } from './content-check'
import { getPhoneNumber } from './phone-number'
import { sendSubscribeMessage } from './subscribe-message'

/** The open interfaces that have a stand-in here, by the name a function calls them under `cloud.openapi`. */
export const OPENAPI: Readonly<Record<string, (call: OpenapiCall) => WxAnswer>> = {
  'security.msgSecCheck': msgSecCheck,
  'subscribeMessage.send': sendSubscribeMessage,
  'phonenumber.getPhoneNumber': getPhoneNumber,
}
