import { View } from '@tarojs/components'
import { cloud, useLoad } from '../../../cloud'
import { today } from '../../../cloud/data'
import { Card } from '../../../components/Card'
import { Header } from '../../../components/Header'
import { NothingHere } from '../../../components/NothingHere'
import { Page } from '../../../components/Page'
import { Timeline } from '../../../components/Timeline'
import { momentsOf } from './moments'

/** What happened to one's entry: who by role, when, what and why. */
export default function History() {
  const history = useLoad(async () => {
    const [day, answer] = await Promise.all([today(), cloud.graduate.registration.history({})])
    return answer.ok ? { ok: true as const, data: momentsOf(answer.data, day) } : answer
  })
  const moments = history.data ?? []
  if (history.phase === 'ready' && moments.length === 0)
    return <NothingHere title="还没有经过" text="登记以后，每一步都记在这里。" />
  return (
    <Page load={history}>
      <Header lines={['谁做了什么']} sub="新的在上面。" />
      <Card>
        <Timeline moments={moments} />
      </Card>
      <View className="qh-sub qh-mt-3">有哪一条不是你做的，也说不清是谁做的，打 12333 问。</View>
    </Page>
  )
}
