import Taro from '@tarojs/taro'

/** Where Taro leaves whatever was last copied, for every account of the browser and for good. */
const TAROS_COPY = 'taro_clipboard'

/** What was copied stays in the clipboard alone. */
export const forgetCopied = (): void => localStorage.removeItem(TAROS_COPY)

/** Taro listens to every copying, also of a text somebody selects, and keeps it: it is taken out right after. */
export function leaveNoCopy(): void {
  forgetCopied()
  document.addEventListener('copy', () => setTimeout(forgetCopied))
}

/** A browser that has no clipboard for pages, or refuses it, may still copy what is selected. */
function copySelected(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

/**
 * Puts a text into the clipboard and says so; false where the browser refused. Straight from a tap only. Taro's own call
 * keeps the text in the browser's storage and says it was copied where it wasn't.
 */
export async function copyText(text: string): Promise<boolean> {
  const copied = await (navigator.clipboard as Clipboard | undefined)?.writeText(text).then(
    () => true,
    () => false,
  )
  const done = copied || copySelected(text)
  void Taro.showToast({ title: done ? '复制好了' : '没复制成，再点一次', icon: 'none' })
  return done
}
