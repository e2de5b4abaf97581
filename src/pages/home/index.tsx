import { useState } from 'react'
import { cloud, useLoad, useReturn } from '../../cloud'
import { now } from '../../cloud/data'
import { readDraft, type Draft } from '../../cloud/drafts'
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
