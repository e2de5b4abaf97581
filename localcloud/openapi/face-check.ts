import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isOpenid } from '../environment'
import { wxError, wxOk, type WxAnswer } from './answer'
import type { Platform } from './platform'

/** Seconds a verify ID is good for. */
const EXPIRES_IN = 3_600
/** WeChat's verify_ret for a person who ended the check, or has not gone through it. */
const LEFT_EARLY = 90002

const outSeqNo = z.string().regex(/^[\w-]{5,32}$/)

const startSchema = z.object({
  out_seq_no: outSeqNo,
  cert_info: z.object({
    cert_type: z.literal('IDENTITY_CARD'),
    cert_name: z.string().min(1).max(64),
    cert_no: z.string().regex(/^\d{17}[\dX]$/),
  }),
  openid: z.string().refine(isOpenid),
})

const querySchema = z.object({
  verify_id: z.string().min(1).max(256),
  out_seq_no: outSeqNo,
  cert_hash: z.string().regex(/^[0-9a-f]{64}$/),
  openid: z.string().refine(isOpenid),
})

export interface FaceCall {
  body: unknown
  platform: Platform
  /** The cloud's time, ms. */
  now: number
}

const invalid = (what: string | undefined): WxAnswer => wxError(40097, `invalid args: ${what ?? 'body'}`)

/** Stand-in of getVerifyId. Of name and number it keeps the digest alone. */
export function getVerifyId({ body, platform, now }: FaceCall): WxAnswer {
  const parsed = startSchema.safeParse(body)
  if (!parsed.success) return invalid(parsed.error.issues[0]?.path.join('.'))
  const { openid, out_seq_no: number, cert_info: cert } = parsed.data
  const verifyId = platform.startFaceCheck({ openid, outSeqNo: number, certHash: digest(cert), issuedAt: now })
  return verifyId === undefined ? invalid('out_seq_no is used') : wxOk({ verify_id: verifyId, expires_in: EXPIRES_IN })
}

/** Stand-in of queryVerifyInfo: the truth about a face check, which a client's word is not. verify_ret 10000 is success. */
export function queryVerifyInfo({ body, platform, now }: FaceCall): WxAnswer {
  const parsed = querySchema.safeParse(body)
  if (!parsed.success) return invalid(parsed.error.issues[0]?.path.join('.'))
  const { verify_id: verifyId, out_seq_no: number, cert_hash: hash, openid } = parsed.data
  const session = platform.faceSession(verifyId, now)
  // what differs from the beginning is an error of its own, never a verify_ret
  if (session === undefined || session.openid !== openid || session.outSeqNo !== number) return invalid('verify_id')
  if (session.certHash !== hash) return invalid('cert_hash')
  return wxOk({ verify_ret: session.outcome ?? LEFT_EARLY })
}

/** The digest of the document as WeChat's documentation has it computed. */
function digest(cert: Record<'cert_type' | 'cert_name' | 'cert_no', string>): string {
  const fields = (['cert_type', 'cert_name', 'cert_no'] as const).map(
    field => `${field}=${Buffer.from(cert[field], 'utf8').toString('base64')}`,
  )
  return createHash('sha256').update(fields.join('&')).digest('hex')
}
