import Taro from '@tarojs/taro'
import { TransportFailure } from '../error'
import { TIMEOUT, type Transport } from '../transport'

declare const QIHANG_CLOUD_ENV: string

let ready = false

/** Once, and only when first needed: start-up stays short. */
function init() {
  if (ready) return
  Taro.cloud.init({ ...(QIHANG_CLOUD_ENV ? { env: QIHANG_CLOUD_ENV } : {}), traceUser: false })
  ready = true
}

/** WeChat's own words for a call that didn't get through; its error codes for this differ by version. */
const NETWORK = /request:fail|timeout|network|ERR_|not connected|interrupted/i

function failure(error: unknown): TransportFailure {
  if (error instanceof TransportFailure) return error
  const { errMsg = '', message = '', requestID, requestId } = (error ?? {}) as Record<string, string | undefined>
  return new TransportFailure(NETWORK.test(`${errMsg}${message}`) ? 'offline' : 'unavailable', requestID ?? requestId)
}

export const transport: Transport = {
  async call(name, event) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TransportFailure('offline')), TIMEOUT)
    })
    try {
      init()
      const answer = await Promise.race([Taro.cloud.callFunction({ name, data: event }), late])
      return answer.result
    } catch (error) {
      throw failure(error)
    } finally {
      clearTimeout(timer)
    }
  },
}
