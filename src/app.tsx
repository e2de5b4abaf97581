import Taro, { useLaunch } from '@tarojs/taro'
import { useMemo, type PropsWithChildren } from 'react'
import { DevBar } from './cloud/host/devbar'
import { watchPlatformPrivacy } from './cloud/host/privacy'
import { largeType } from './cloud/host/system'
import { ShellContext } from './components/Page'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => watchPlatformPrivacy(() => void Taro.navigateTo({ url: '/pages/privacy/index?next=back' })))
  const shell = useMemo(() => ({ className: largeType() ? 'qh--large' : '', top: <DevBar /> }), [])
  return <ShellContext.Provider value={shell}>{children}</ShellContext.Provider>
}
