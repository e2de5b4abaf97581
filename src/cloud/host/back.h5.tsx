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
      event => {
        staysOnPage(event)
        letting = false
        resolve()
      },
      { once: true, capture: true },
    )
    history.back()
  })
}
let letting = false

/** The router would take any going back for another page, and load this one anew without what it knew: it isn't told. */
const staysOnPage = (event: PopStateEvent): void => event.stopImmediatePropagation()

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
    const popped = (event: PopStateEvent) => {
      if (letting || backIsHeld() || Taro.getCurrentInstance().page !== page) return
      staysOnPage(event)
      latest.current?.()
      // what lies below may want the next one
      requestAnimationFrame(() => {
        if (mounted && latest.current) hold()
      })
    }
    let mounted = true
    hold()
    // before the router's own listener
    addEventListener('popstate', popped, { capture: true })
    return () => {
      mounted = false
      removeEventListener('popstate', popped, { capture: true })
      if (Taro.getCurrentInstance().page === page) void letBackGo()
    }
  }, [on])
  return null
}
