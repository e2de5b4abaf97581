import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloud, useLoad, useReturn } from '../../cloud'
import { now } from '../../cloud/data'
import { readDraft, type Draft } from '../../cloud/drafts'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { Registered } from './Registered'
import { Visitor } from './Visitor'
import './index.scss'

/** First page: the promise for who is new, the state of things for who has registered. */
export default function Home() {
  const [draft, setDraft] = useState<Draft>()
  const [instant, setInstant] = useState(new Date(0))
  const mine = useLoad(async () => {
    const [kept, at] = await Promise.all([readDraft('register'), now()])
    setDraft(kept)
    setInstant(at)
    return cloud.graduate.registration.mine({})
  })
  useReturn(mine.retry)
  const entry = mine.data?.entry
  const open = entry?.registrations.some(({ status }) => status !== 'ended')
  // Without a net one can still go on with what was begun, or look whether one may register.
  if (mine.phase === 'offline' && draft)
    return (
      <Page tab>
        <Notice kind="plain">没有网，登记没登记过现在查不到。填的都在手机里，可以接着填。</Notice>
        <View className="qh-mt-3">
          <Visitor draft={draft} ended={false} />
        </View>
      </Page>
    )
  return (
    <Page load={mine} tab>
      {entry && open ? (
        <Registered entry={entry} now={instant} />
      ) : (
        <Visitor draft={draft} ended={entry !== undefined && entry !== null} />
      )}
    </Page>
  )
}
