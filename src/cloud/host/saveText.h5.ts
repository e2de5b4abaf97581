import type { TextSaving } from '../saveText'

export const SAVE_LABEL = '存成文件'
export const SAVE_NOTE = '文件存在下载里，别人也用这台设备的话，看完删掉'

/** Downloads the text as a file. */
export function saveText(name: string, text: string): Promise<TextSaving> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
  return Promise.resolve('saved')
}
