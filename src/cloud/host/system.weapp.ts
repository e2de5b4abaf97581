import Taro from '@tarojs/taro'

/** WeChat's text size, 16 or 17 by default, from which on everything is set in large type. */
const LARGE_OVER = 19

/** Whether the person has set WeChat to large text. */
export function largeType(): boolean {
  try {
    const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    return (fontSizeSetting ?? Taro.getSystemInfoSync().fontSizeSetting ?? 0) > LARGE_OVER
  } catch {
    return false
  }
}
