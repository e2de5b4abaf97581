import Taro from '@tarojs/taro'
import { askAgain } from '../openPage'

/* A browser fetches a page's program when the page is opened first. Without a net Taro's router changes the address and
   shows nothing: the address is put back, and it is said. */

const TABS = ['/pages/home/index', '/pages/me/index']

const isMissing = (reason: unknown): boolean =>
  (reason as { name?: string } | null)?.name === 'ChunkLoadError' || /Loading (CSS )?chunk/.test(String(reason))

function open(url: string) {
  if (TABS.includes(url)) void Taro.switchTab({ url })
  else void Taro.navigateTo({ url })
}

addEventListener('unhandledrejection', event => {
  if (!isMissing(event.reason)) return
  event.preventDefault()
  const wanted = location.hash.slice(1)
  const { path } = Taro.getCurrentInstance().page ?? {}
  // A page that replaces its own (a receipt the form) leaves it in the history: one step back too many harms nobody.
  history.replaceState(history.state, '', `#${path?.replace(/[?&]stamp=\d+.*$/, '') ?? TABS[0]}`)
  void askAgain(() => open(wanted))
})
export {}
