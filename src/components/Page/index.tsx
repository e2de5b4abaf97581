import { View } from '@tarojs/components'
import { useCallback, useContext, useState, type ReactNode } from 'react'
import { BackGuard } from '../../cloud/host/back'
import { aria } from '../aria'
import { classes } from '../classes'
import { Notice } from '../Notice'
import { Skeleton } from '../Skeleton'
import { BackContext } from './back'
import { Waiting, type Load } from './load'
import { ShellContext } from './shell'
import './index.scss'

export { useBack } from './back'
export { ShellContext } from './shell'
export type { Load } from './load'

interface Props {
  /** What the page waits for before it can show its content. */
  load?: Load
  /** A BottomBar. */
  bottom?: ReactNode
  /** A sheet over the page. */
  over?: ReactNode
  /** A page with the native tab bar below. */
  tab?: boolean
  /** What going back does instead of leaving the page; a sheet that lies over it goes first. */
  onBack?: (() => void) | undefined
  children?: ReactNode
}

/** The frame of every page: theme, gutter, the wait, the bar at the bottom. */
export function Page({ load, bottom, over, tab, onBack, children }: Props) {
  const shell = useContext(ShellContext)
  const [above, setAbove] = useState<(() => void)[]>([])
  const take = useCallback((run: () => void) => {
    setAbove(before => [...before, run])
    return () => setAbove(before => before.filter(one => one !== run))
  }, [])
  const ready = !load || load.phase === 'ready'
  return (
    <BackContext.Provider value={take}>
      <View className={classes('qh', shell.className, 'qh-frame', tab && 'qh-frame--tab')}>
        {shell.top}
        <View className="qh-page" {...aria({ role: 'main' })}>
          {load?.stale && <Notice kind="plain">没读到最新的，这是上次看到的。</Notice>}
          {ready ? children : <Waiting load={load} skeleton={<Skeleton />} />}
        </View>
        {ready && bottom}
        {over}
        <BackGuard onBack={above.at(-1) ?? onBack} />
      </View>
    </BackContext.Provider>
  )
}
