import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { CloudResult } from './error'

export type Phase = 'quiet' | 'loading' | 'slow' | 'offline' | 'unavailable' | 'refused' | 'ready'

export interface Loaded<T> {
  phase: Phase
  data?: T
  message?: string
  requestId?: string
  /** What is shown is from before: asking again has failed. */
  stale?: boolean
  retry: () => void
}

/** Below this a wait isn't shown; above the second it is said. ms */
export const SHOW_AFTER = 300
export const SLOW_AFTER = 8_000

/** Asks the cloud when the page comes up; an answer that a later question has overtaken is dropped. */
export function useLoad<T>(ask: () => Promise<CloudResult<T>>): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'retry'>>({ phase: 'quiet' })
  const latest = useRef(0)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  const asking = useRef(ask)
  useEffect(() => {
    asking.current = ask
  })

  const quiet = () => {
    timers.current.forEach(clearTimeout)
    timers.current = []
  }

  const retry = useCallback(() => {
    const turn = ++latest.current
    quiet()
    // What is already on the page stays there while it is asked again.
    const say = (phase: Phase) => setState(now => (turn === latest.current && now.phase !== 'ready' ? { phase } : now))
    say('quiet')
    timers.current = [setTimeout(() => say('loading'), SHOW_AFTER), setTimeout(() => say('slow'), SLOW_AFTER)]
    void asking.current().then(result => {
      if (turn !== latest.current) return
      quiet()
      setState(now => settle(now, result))
    })
  }, [])

  useEffect(() => {
    retry()
    return () => {
      latest.current += 1
      quiet()
    }
  }, [retry])

  return { ...state, retry }
}

function settle<T>(now: Omit<Loaded<T>, 'retry'>, result: CloudResult<T>): Omit<Loaded<T>, 'retry'> {
  if (result.ok) return { phase: 'ready', data: result.data }
  // A refresh that fails leaves what was there, and says so.
  if (now.phase === 'ready') return { ...now, stale: true }
  const { error } = result
  if (error.kind === 'refused') return { phase: 'refused', message: error.message, requestId: error.requestId }
  return { phase: error.kind, ...('requestId' in error ? { requestId: error.requestId } : {}) }
}

/** Runs when a page is shown again, not the first time: a tab page stays alive while others change what it shows. */
export function useReturn(run: () => void) {
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) run()
    shown.current = true
  })
}
