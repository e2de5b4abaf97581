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

/** What is on its way to be opened: the second of two quick taps would lay the same page over it. */
let opening: string | undefined

/** Opens a page over this one, once; where it can't be fetched that is said, and it can be tried again. */
export function openPage(url: string): void {
  if (opening === url) return
  opening = url
  const settled = () => {
    if (opening === url) opening = undefined
  }
  Promise.resolve(Taro.navigateTo({ url })).then(settled, () => {
    settled()
    void askAgain(() => openPage(url))
  })
}
