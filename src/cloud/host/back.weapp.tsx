import { PageContainer } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** WeChat's own pages need no help in going. */
export const letBackGo = (): Promise<void> => Promise.resolve()

const NOTHING_TO_SEE = 'height: 0; width: 0; background: transparent;'

/**
 * Calls `onBack` where the person goes back (arrow, gesture, key), instead of leaving the page; absent, going back leaves it.
 * WeChat closes an open page container first; this one is empty, and open again as soon as it was closed. An older WeChat
 * without the component leaves the page: what was typed is kept all the same.
 */
export function BackGuard({ onBack }: { onBack: (() => void) | undefined }) {
  const on = onBack !== undefined
  const [show, setShow] = useState(on)
  const latest = useRef(onBack)
  useEffect(() => {
    latest.current = onBack
  })
  useEffect(() => {
    // closed by the person: told so first, else WeChat sees no change when it is opened again
    if (on !== show) Taro.nextTick(() => setShow(on))
  }, [on, show])
  const closed = () => {
    setShow(false)
    latest.current?.()
  }
  return (
    <PageContainer
      className="qh-back"
      show={show}
      overlay={false}
      duration={0}
      customStyle={NOTHING_TO_SEE}
      onAfterLeave={closed}
    >
      <></>
    </PageContainer>
  )
}
