import Taro from '@tarojs/taro'
import type { TextSaving } from '../saveText'

/** What the button says: a mini-program can't put a file anywhere but into a chat. */
export const SAVE_LABEL = '发成文件'
export const SAVE_NOTE = '发给“文件传输助手”就只有自己看得到，发给别人，别人也看得到'

/**
 * Writes the text into WeChat's own folder and hands it to a chat that the person chooses. Called straight from a tap:
 * WeChat refuses it otherwise, so the file is written without waiting. It is removed again, sent or not.
 */
export async function saveText(name: string, text: string): Promise<TextSaving> {
  if (!Taro.canIUse('shareFileMessage')) return 'notHere'
  const files = Taro.getFileSystemManager()
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    files.writeFileSync(filePath, text, 'utf8')
  } catch {
    return 'failed'
  }
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'saved'
  } catch (error) {
    return /cancel/.test((error as { errMsg?: string } | undefined)?.errMsg ?? '') ? 'left' : 'failed'
  } finally {
    files.unlink({ filePath })
  }
}
