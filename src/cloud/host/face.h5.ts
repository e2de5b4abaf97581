import type { FaceEnd } from '../faceEnd'
import { currentPerson } from './person.h5'
import './face.scss'

/** WeChat's codes (queryVerifyInfo): recognised, not the same face, left on the first page. */
const CHOICES: { label: string; verifyRet: number; end: FaceEnd }[] = [
  { label: '通过', verifyRet: 10000, end: 'gone' },
  { label: '没通过', verifyRet: 10004, end: 'gone' },
  { label: '中途退出', verifyRet: 90002, end: 'left' },
]
const LEFT = CHOICES[2]!

const textLine = (tag: 'h2' | 'p', className: string, text: string): HTMLElement => {
  const line = document.createElement(tag)
  line.className = className
  line.textContent = text
  return line
}

/** A browser has no face check: an open stand-in asks what would have come of it. Escape counts as leaving. */
function ask(): Promise<(typeof CHOICES)[number]> {
  const dialog = document.createElement('dialog')
  dialog.className = 'qh qh-face'
  dialog.setAttribute('aria-label', '演示：人脸核身')
  dialog.append(
    textLine('h2', 'qh-head', '演示：人脸核身'),
    textLine('p', 'qh-sub', '浏览器里没有微信的摄像头。选一个结果，接着往下走。'),
  )
  return new Promise(resolve => {
    let chosen = LEFT
    for (const choice of CHOICES) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'qh-btn qh-btn--secondary'
      button.textContent = choice.label
      button.onclick = () => {
        chosen = choice
        dialog.close()
      }
      dialog.append(button)
    }
    dialog.onclose = () => {
      dialog.remove()
      resolve(chosen)
    }
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** The embedded cloud is told what was chosen, as WeChat's camera page would tell WeChat. */
export async function checkFace(verifyId: string): Promise<FaceEnd> {
  const { verifyRet, end } = await ask()
  const told = await fetch('/wx/face', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': currentPerson() },
    body: JSON.stringify({ verifyId, verifyRet }),
  }).catch(() => undefined)
  if (!told) return 'noNet'
  return told.ok ? end : 'failed'
}
