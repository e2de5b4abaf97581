import Taro from '@tarojs/taro'

/** Said where a page could not be fetched: a tap that does nothing tells nobody anything. */
export async function askAgain(again: () => void): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '这一页没打开',
    content: '没连上网。填过的都在手机里，没有丢。',
    confirmText: '再试一次',
    cancelText: '先不开',
  })
  if (confirm) again()
}

/** Opens a page over this one; where it can't be fetched that is said, and it can be tried again. */
export const openPage = (url: string): void =>
  void Promise.resolve(Taro.navigateTo({ url })).catch(() => askAgain(() => openPage(url)))
