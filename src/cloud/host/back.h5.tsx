import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Marks an entry of the browser's history that stands above its own page: going back leaves it, not the page. */
const HELD = 'qihangHeld'

/** Whether going back now stays on the page. */
export const backIsHeld = (): boolean => (history.state as Record<string, unknown> | null)?.[HELD] === true

/** Takes the mark away, so that another page can take this one's place in the history. */
export function letBackGo(): Promise<void> {
  if (!backIsHeld()) return Promise.resolve()
  return new Promise(resolve => {
    letting = true
    addEventListener(
      'popstate',
      () => {
        letting = false
        resolve()
      },
      { once: true },
    )
    history.back()
  })
}
let letting = false

/** Calls `onBack` where the person goes back, instead of leaving the page; absent, going back leaves it. */
export function BackGuard({ onBack }: { onBack: (() => void) | undefined }): null {
  const on = onBack !== undefined
  const latest = useRef(onBack)
  useEffect(() => {
    latest.current = onBack
  })
  useEffect(() => {
    if (!on) return
    const page = Taro.getCurrentInstance().page
    const hold = () => {
      // the router counts by what stands in the state already
      if (!backIsHeld()) history.pushState({ ...(history.state as object), [HELD]: true }, '')
    }
    const popped = () => {
      if (letting || backIsHeld() || Taro.getCurrentInstance().page !== page) return
      latest.current?.()
      // what lies below may want the next one
      requestAnimationFrame(() => {
        if (mounted && latest.current) hold()
      })
    }
    let mounted = true
    hold()
    addEventListener('popstate', popped)
    return () => {
      mounted = false
      removeEventListener('popstate', popped)
      if (Taro.getCurrentInstance().page === page) void letBackGo()
    }
  }, [on])
  return null
}
