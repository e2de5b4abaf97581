import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../Button'
import { ErrorState } from '../ErrorState'

/** How far a page's first question to the cloud has come. */
export interface Load {
  /** quiet: the first 300 ms, nothing is shown. slow: over 8 s, said so. */
  phase: 'quiet' | 'loading' | 'slow' | 'offline' | 'unavailable' | 'refused' | 'ready'
  /** What the cloud said, where it refused. */
  message?: string
  requestId?: string
  /** What the page shows is from before: asking again has failed. */
  stale?: boolean
  retry: () => void
}

const AGAIN = '再试一次'

export function Waiting({ load, skeleton }: { load: Load; skeleton: ReactNode }) {
  switch (load.phase) {
    case 'quiet':
    case 'ready':
      return null
    case 'loading':
      return <>{skeleton}</>
    case 'slow':
      return (
        <>
          {skeleton}
          <View className="qh-sub qh-mt-4">比平常慢，还在读。不想等可以再试一次。</View>
          <View className="qh-row">
            <Button label={AGAIN} kind="text" onClick={load.retry} />
          </View>
        </>
      )
    case 'offline':
      return (
        <ErrorState
          icon="offline"
          title="现在没有网"
          text="连上网以后再试。填过的都在手机里，没有丢。"
          action={AGAIN}
          onAction={load.retry}
        />
      )
    case 'refused':
      return (
        <ErrorState
          title="现在看不了"
          text={load.message ?? ''}
          requestId={load.requestId}
          action={AGAIN}
          onAction={load.retry}
        />
      )
    case 'unavailable':
      return (
        <ErrorState
          title="没读出来，是我们的问题"
          text={
            load.requestId ? '过一分钟再试；还不行就打 12333，报下面这串编号。' : '过一分钟再试；还不行就打 12333。'
          }
          requestId={load.requestId}
          action={AGAIN}
          onAction={load.retry}
        />
      )
  }
}
