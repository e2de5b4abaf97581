import { useState } from 'react'
import type { PictureEnd } from '../../cloud/drawing'
import { copyText } from '../../cloud/host/clipboard'
import { moveToTop } from '../../cloud/host/focus'
import { handOver } from '../../cloud/host/picture'
import { saveText } from '../../cloud/host/saveText'
import type { TextSaving } from '../../cloud/saveText'
import { useSending } from '../../cloud/useSending'
import { sheetText, type Sheet } from './asText'
import { pagePicture } from './pagePicture'

const PICTURE_SAID: Partial<Record<PictureEnd, string>> = {
  notHere: '这个版本的微信存不了图，发成文件也行。',
  failed: '图没存成，再点一次；还不行就截一张屏。',
}
const TEXT_SAID: Partial<Record<TextSaving, string>> = {
  notHere: '这个版本的微信发不了文件，复制也行。',
  failed: '文件没做成，再点一次；还不行就复制。',
}

export type TakingAlong = ReturnType<typeof useTakeAlong>

/**
 * Takes a sheet along: as a picture, as a text, in the clipboard. Each has to be called straight from a tap.
 *
 * @param name of the file and the picture, without a personal fact: other apps list it
 */
export function useTakeAlong(sheet: Sheet, name: string) {
  const [said, setSaid] = useState<{ kind: 'success' | 'danger'; text: string }>()
  const { busy, sending } = useSending()
  const say = (kind: 'success' | 'danger', words: string | undefined) => {
    setSaid(words === undefined ? undefined : { kind, text: words })
    if (words) moveToTop()
  }
  return {
    said,
    busy,
    draw: () =>
      void sending(async () => {
        say('danger', PICTURE_SAID[await handOver(pagePicture(sheet), name)])
        return false
      }),
    save: () => void saveText(`启航-${name}.txt`, sheetText(sheet)).then(end => say('danger', TEXT_SAID[end])),
    copy: () =>
      void copyText(sheetText(sheet)).then(done =>
        done
          ? say('success', '复制好了。贴完再复制点别的，别的应用就读不到了。')
          : say('danger', '没复制成，再点一次；还不行就存成图片。'),
      ),
  }
}
