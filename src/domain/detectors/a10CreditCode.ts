import { isCreditCode } from '../comparison'
import type { Detector } from './detector'

/** An employer whose code can't be one. */
export const creditCode: Detector = {
  rule: 'A10',
  name: '单位的统一社会信用代码不对',
  limits: '只看 18 位代码本身对不对，主要是社保名单上的；没有市场监管的名单，看不出单位注销没有',
  entry({ destination, employerCode }) {
    if (!destination) return undefined
    const code = employerCode()
    if (code === undefined || isCreditCode(code)) return undefined
    return {
      basis: destination.employerKey ?? '',
      evidence: '单位的统一社会信用代码通不过校验，可能抄错，也可能没有这家单位',
      recorders: [destination.recordedBy],
    }
  },
}
