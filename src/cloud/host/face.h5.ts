import type { FaceEnd } from '../faceEnd'
import { currentPerson } from './person.h5'
import { askInstead } from './standIn.h5'

/** WeChat's codes (queryVerifyInfo): recognised, not the same face, left on the first page. */
const CHOICES: [Choice, ...Choice[]] = [
  { label: '通过', verifyRet: 10000, end: 'gone' },
  { label: '没通过', verifyRet: 10004, end: 'gone' },
  { label: '中途退出', verifyRet: 90002, end: 'left' },
]
interface Choice {
  label: string
  verifyRet: number
  end: FaceEnd
}

/** The embedded cloud is told what was chosen, as WeChat's camera page would tell WeChat. */
export async function checkFace(verifyId: string): Promise<FaceEnd> {
  const { verifyRet, end } = await askInstead(
    '演示：人脸核身',
    '浏览器里没有微信的摄像头。选一个结果，接着往下走。',
    CHOICES,
  )
  const told = await fetch('/wx/face', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': currentPerson() },
    body: JSON.stringify({ verifyId, verifyRet }),
  }).catch(() => undefined)
  if (!told) return 'noNet'
  return told.ok ? end : 'failed'
}
