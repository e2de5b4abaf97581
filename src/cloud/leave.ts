import Taro from '@tarojs/taro'

/** Back to where one came from; a page that was opened by its own address leads to the first page. */
export function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export const goHome = (): void => void Taro.switchTab({ url: '/pages/home/index' })
