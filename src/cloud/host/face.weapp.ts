import type { FaceEnd } from '../faceEnd'

interface FacialVerify {
  verifyId: string
  success: () => void
  fail: (error: { errCode?: number }) => void
}
// Taro's types don't know it, and older WeChat versions don't have it (base library 3.8.12).
declare const wx: { requestFacialVerify?: (options: FacialVerify) => void }

/** WeChat's codes, as its documentation of queryVerifyInfo lists them. */
const LEFT = [90002, 90003, 90004, 90005, 90006, 90024]
const NO_NET = [90007, 90012]
const NO_CAMERA = [90008, 90009, 90010, 90106]
const NOT_THIS_PHONE = [90001, 90109]

function endOf(code: number | undefined): FaceEnd {
  if (code === undefined) return 'failed'
  if (LEFT.includes(code)) return 'left'
  if (NO_NET.includes(code)) return 'noNet'
  if (NO_CAMERA.includes(code)) return 'noCamera'
  return NOT_THIS_PHONE.includes(code) ? 'notHere' : 'failed'
}

/** Opens WeChat's own camera page. It says that the check was gone through, never that it was the person: the cloud asks that. */
export const checkFace = (verifyId: string): Promise<FaceEnd> =>
  new Promise(resolve => {
    if (typeof wx.requestFacialVerify !== 'function') return resolve('notHere')
    wx.requestFacialVerify({
      verifyId,
      success: () => resolve('gone'),
      fail: ({ errCode }) => resolve(endOf(errCode)),
    })
  })
