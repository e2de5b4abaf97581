import { z } from 'zod'
import { isOpenid } from '../environment'
import { wxError, wxOk, type OpenapiCall, type WxAnswer } from './answer'

/** Seconds a verify ID is good for. */
const EXPIRES_IN = 3_600
/** WeChat's verify_ret for a person who left before the end. */
const LEFT_EARLY = 90024

const startSchema = z.object({
  out_seq_no: z.string().min(1).max(64),
  cert_info: z.object({
    cert_type: z.literal('IDENTITY_CARD'),
    cert_name: z.string().min(1).max(64),
    cert_no: z.string().regex(/^\d{17}[\dX]$/),
  }),
  openid: z.string().refine(isOpenid),
})

const querySchema = z.object({
  verify_id: z.string().min(1).max(256),
  out_seq_no: z.string().min(1).max(64),
  cert_hash: z.string().min(1).max(256),
  openid: z.string().refine(isOpenid),
})

/** Stand-in of getVerifyId (POST cityservice/face/identify/getverifyid). Keeps neither name nor number. */
export function getVerifyId({ params, platform, now }: OpenapiCall): WxAnswer {
  const parsed = startSchema.safeParse(params)
  if (!parsed.success) return wxError(40097, `invalid args: ${String(parsed.error.issues[0]?.path.join('.'))}`)
  const { openid, out_seq_no: outSeqNo } = parsed.data
  return wxOk({ verify_id: platform.startFaceCheck(openid, outSeqNo, now), expires_in: EXPIRES_IN })
}

/** Stand-in of queryVerifyInfo: the truth about a face check, which a client's word is not. verify_ret 10000 is success. */
export function queryVerifyInfo({ params, platform, now }: OpenapiCall): WxAnswer {
  const parsed = querySchema.safeParse(params)
  if (!parsed.success) return wxError(40097, `invalid args: ${String(parsed.error.issues[0]?.path.join('.'))}`)
  const session = platform.faceSession(parsed.data.verify_id, now)
  if (session === undefined || session.openid !== parsed.data.openid || session.outSeqNo !== parsed.data.out_seq_no) {
    return wxError(40097, 'invalid args: verify_id')
  }
  return wxOk({ verify_ret: session.outcome ?? LEFT_EARLY })
}
