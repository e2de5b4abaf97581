import Taro from '@tarojs/taro'
import { useLayoutEffect, useRef } from 'react'

/** Marks an entry of the browser's history that stands above its own page: going back leaves it, not the page. */
const HELD = 'qihangHeld'

/** Whether going back now stays on the page. */
export const backIsHeld = (): boolean => (history.state as Record<string, unknown> | null)?.[HELD] === true

/** A step back that only takes the mark away, as long as it is step way. */
let letting: { done: Promise<void>; end: () => void } | undefined
/** What the guards of the pages do with a step back; true where it stays on the page. */
const guards = new Set<() => boolean>()

/** Takes the mark away, so that another page can take this one's place in the history. */
export function letBackGo(): Promise<void> {
  if (letting) return letting.done
  if (!backIsHeld()) return Promise.resolve()
  let end: () => void = () => undefined
  const done = new Promise<void>(resolve => (end = resolve))
  letting = { done, end }
  history.back()
  return done
}

// The router takes every step back for another page, and would load this one anew without what it knew. It isn't told:
// this runs before it, since the app brings this in before it starts the router.
addEventListener('popstate', event => {
  const step = letting
  letting = undefined
  const taken = step !== undefined || [...guards].some(guard => guard())
  if (taken) event.stopImmediatePropagation()
  step?.end()
})

/** Calls `onBack` where the person goes back, instead of leaving the page; absent, going back leaves it. */
export function BackGuard({ onBack }: { onBack: (() => void) | undefined }): null {
  const on = onBack !== undefined
  const latest = useRef(onBack)
  // held before anything is painted: a step back right after is already this page's
  useLayoutEffect(() => {
    latest.current = onBack
  })
  useLayoutEffect(() => {
    if (!on) return
    const page = Taro.getCurrentInstance().page
    const address = location.hash
    const hold = () => {
      // the guard before this one still takes its own mark away
      if (letting) return void letting.done.then(() => mounted && hold())
      // the router counts by what stands in the state already
      if (!backIsHeld()) history.pushState({ ...(history.state as object), [HELD]: true }, '')
    }
    const popped = () => {
      // another address was typed, or a link followed: that is no step back
      if (backIsHeld() || location.hash !== address) return false
      if (Taro.getCurrentInstance().page !== page) return false
      latest.current?.()
      // what lies below may want the next one: React has drawn it by then, and the person hasn't seen it yet
      queueMicrotask(() => {
        if (mounted && latest.current && Taro.getCurrentInstance().page === page) hold()
      })
      return true
    }
    let mounted = true
    hold()
    guards.add(popped)
    return () => {
      mounted = false
      guards.delete(popped)
      if (Taro.getCurrentInstance().page === page) void letBackGo()
    }
  }, [on])
  return null
}
