import { randomUUID } from 'node:crypto'
import { isOpenid } from '../environment'
import { wxError, wxOk, type OpenapiCall, type WxAnswer } from './answer'

/** WeChat checks only for people who used the mini-program within this time. */
const VISIT_MS = 2 * 3_600_000
const MAX_CHARACTERS = 2_500

/** Words by which a test, or a person trying things out, steers the stand-in. */
const RISKY_SAMPLE = '违规示例'
const REVIEW_SAMPLE = '待审示例'

/** Stand-in of security.msgSecCheck, version 2. Labels: 100 normal, 20006 unlawful, 21000 other. */
export function msgSecCheck({ params, platform, now }: OpenapiCall): WxAnswer {
  const { content, version, scene, openid } = params
  if (version !== 2) return wxError(40097, 'invalid args: version must be 2')
  if (typeof openid !== 'string' || !isOpenid(openid)) return wxError(40003, 'invalid openid')
  if (!Number.isInteger(scene) || (scene as number) < 1 || (scene as number) > 4) return wxError(40129, 'invalid scene')
  if (typeof content !== 'string' || content === '') return wxError(44004, 'empty content')
  if ([...content].length > MAX_CHARACTERS) return wxError(45002, 'content size out of limit')
  const visit = platform.lastVisit(openid)
  if (visit === undefined || now - visit > VISIT_MS)
    return wxError(61010, 'code is expired: the user has not visited within two hours')
  const suggest = content.includes(RISKY_SAMPLE) ? 'risky' : content.includes(REVIEW_SAMPLE) ? 'review' : 'pass'
  const label = { risky: 20006, review: 21000, pass: 100 }[suggest]
  return wxOk({
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: randomUUID(),
  })
}
