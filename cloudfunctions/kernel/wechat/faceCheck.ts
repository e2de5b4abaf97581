import { createHash, randomBytes } from 'node:crypto'
import { WeixinUnavailable, type WeixinApi } from './weixinApi'

/** Whose face is asked for: the account, and the name and mainland ID number it must be the face of. */
export interface FaceOf {
  openid: string
  name: string
  idNumber: string
}

/** One face check that was begun: WeChat's name for it, and ours. */
export interface FaceSession {
  verifyId: string
  outSeqNo: string
}

/**
 * What came of it. `leftEarly`: ended by the person; `noCamera`: not allowed to use it; `notSupported`: this phone can't;
 * `unclear`: no usable picture; `notSame`: not the face or not the number; `failed`: anything else.
 */
export type FaceOutcome = 'passed' | 'leftEarly' | 'noCamera' | 'notSupported' | 'unclear' | 'notSame' | 'failed'

/** WeChat's face check (微信人脸核身), as far as the server takes part. */
export interface FaceCheck {
  /** @throws WeixinUnavailable */
  begin(person: FaceOf, nowMs: number): Promise<FaceSession>
  /** WeChat's own word on a check, whatever the phone says. @throws WeixinUnavailable */
  outcome(session: FaceSession, person: FaceOf, nowMs: number): Promise<FaceOutcome>
}

const BEGIN_PATH = '/cityservice/face/identify/getverifyid'
const QUERY_PATH = '/cityservice/face/identify/queryverifyinfo'
const MAINLAND_CARD = 'IDENTITY_CARD'

/** verify_ret by what it means to the person; 10000 alone is a success, and a number not listed here is a failure. */
const OUTCOMES: readonly (readonly [FaceOutcome, readonly number[]])[] = [
  ['passed', [10000]],
  ['notSame', [10003, 10004]],
  ['unclear', [10002, 90011, 90013, 90014, 90017, 90107]],
  ['leftEarly', [90002, 90003, 90004, 90005, 90006, 90024]],
  ['noCamera', [90008, 90009, 90010, 90106]],
  ['notSupported', [90001, 90109]],
]

/**
 * The digest by which WeChat knows the document again: SHA-256, in small hex digits, over the three fields in Base64 as
 * `cert_type=…&cert_name=…&cert_no=…`.
 */
export function certHash({ name, idNumber }: Pick<FaceOf, 'name' | 'idNumber'>): string {
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
  const text = `cert_type=${base64(MAINLAND_CARD)}&cert_name=${base64(name)}&cert_no=${base64(idNumber)}`
  return createHash('sha256').update(text).digest('hex')
}

/** The face check over WeChat's HTTPS interface: `cloud.openapi` doesn't have it. */
export function faceCheckBy(api: WeixinApi): FaceCheck {
  return {
    async begin({ openid, name, idNumber }, nowMs) {
      // 32 characters at most, unique within the app
      const outSeqNo = randomBytes(16).toString('hex')
      const cert = { cert_type: MAINLAND_CARD, cert_name: name, cert_no: idNumber }
      const { verify_id: verifyId } = await api(BEGIN_PATH, { out_seq_no: outSeqNo, cert_info: cert, openid }, nowMs)
      if (typeof verifyId !== 'string' || verifyId === '') throw new WeixinUnavailable(BEGIN_PATH, 'no verify_id')
      return { verifyId, outSeqNo }
    },

    async outcome({ verifyId, outSeqNo }, person, nowMs) {
      const asked = { verify_id: verifyId, out_seq_no: outSeqNo, cert_hash: certHash(person), openid: person.openid }
      const { verify_ret: said } = await api(QUERY_PATH, asked, nowMs)
      return OUTCOMES.find(([, codes]) => codes.includes(said as number))?.[0] ?? 'failed'
    },
  }
}
