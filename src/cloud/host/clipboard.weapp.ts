import Taro from '@tarojs/taro'

/** WeChat keeps nothing of what is copied. */
export const forgetCopied = (): void => undefined
export const leaveNoCopy = (): void => undefined

/** Puts a text into the clipboard, and WeChat says so; false where it refused. Straight from a tap only. */
export const copyText = (text: string): Promise<boolean> =>
  Promise.resolve(Taro.setClipboardData({ data: text })).then(
    () => true,
    () => false,
  )
