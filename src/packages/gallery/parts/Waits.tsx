import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../../../components/aria'
import { Chip } from '../../../components/Chip'
import { Section } from '../../../components/Section'
import { ErrorState } from '../../../components/ErrorState'
import { Skeleton } from '../../../components/Skeleton'

const nothing = () => undefined

export const Waits = () => (
  <>
    <Section title="正在读">
      <Skeleton />
    </Section>
    <Section title="比平常慢">
      <Skeleton />
      <View className="qh-sub qh-mt-4">比平常慢，还在读。不想等可以再试一次。</View>
    </Section>
  </>
)

const STATES = {
  failed: {
    name: '没交上去',
    shown: (
      <ErrorState
        title="没交上去，是我们的问题"
        text="你填的都在，没有丢。过一分钟再试；还不行就打 12333，报下面这串编号。"
        requestId="7f3a91c2-11"
        action="再交一次"
        onAction={nothing}
        second="回去看看填的"
        onSecond={nothing}
      />
    ),
  },
  offline: {
    name: '没有网',
    shown: (
      <ErrorState icon="offline" title="现在没有网" text="连上网以后再试。" action="再试一次" onAction={nothing} />
    ),
  },
  empty: {
    name: '还没有',
    shown: <ErrorState icon="info" title="没有可以改的" text="还没有登记，登记了才有得改。" />,
  },
} as const
type State = keyof typeof STATES

/** One at a time: each stands in the place of a page. */
export function Broken() {
  const [state, setState] = useState<State>('failed')
  return (
    <>
      <View className="qh-chips qh-mt-2" {...aria({ role: 'radiogroup', label: '哪一种' })}>
        {(Object.keys(STATES) as State[]).map(key => (
          <Chip key={key} label={STATES[key].name} on={key === state} single onClick={() => setState(key)} />
        ))}
      </View>
      {STATES[state].shown}
    </>
  )
}
