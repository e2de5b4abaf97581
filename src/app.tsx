import Taro, { useLaunch, usePageNotFound } from '@tarojs/taro'
import { useMemo, type PropsWithChildren } from 'react'
import { leaveNoCopy } from './cloud/host/clipboard'
import { DevBar } from './cloud/host/devbar'
import { watchPlatformPrivacy } from './cloud/host/privacy'
import { largeType } from './cloud/host/system'
import { goHome } from './cloud/leave'
import { ShellContext } from './components/Page'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(leaveNoCopy)
  useLaunch(() => watchPlatformPrivacy(() => void Taro.navigateTo({ url: '/pages/privacy/index?next=back' })))
  // An old link, or a page of an older version: the first page knows what comes next.
  usePageNotFound(goHome)
  const shell = useMemo(() => ({ className: largeType() ? 'qh--large' : '', top: <DevBar /> }), [])
  return <ShellContext.Provider value={shell}>{children}</ShellContext.Provider>
}
