import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad, useReturn } from '../../cloud'
import { districtName, now } from '../../cloud/data'
import { readDraft } from '../../cloud/drafts'
import { acceptancePutAway, keepSeen, lastSeen, putAway, type Seen } from '../../cloud/lastSeen'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { draftSaid } from './draft'
import type { HomeEntry } from './entry'
import { Registered } from './Registered'
import { homeSays, olderWords, type DraftSaid } from './says'
import { Visitor } from './Visitor'
import './index.scss'

/** What the phone itself knows, whether or not there is a net. */
interface Here {
  draft: DraftSaid | undefined
  now: Date
  seen: Seen | undefined
  putAway: string | undefined
}

async function readHere(): Promise<Here> {
  const at = await now()
  const [draft, seen, put] = await Promise.all([readDraft('register'), lastSeen(at), acceptancePutAway()])
  return { draft: draftSaid(draft), now: at, seen, putAway: put }
}

/** First page: the promise for who is new, the state of things for who has registered, what the phone knows without a net. */
export default function Home() {
  const [here, setHere] = useState<Here>()
  const mine = useLoad(async () => {
    const read = await readHere()
    setHere(read)
    const answer = await cloud.graduate.registration.mine({})
    if (answer.ok) await keepSeen(answer.data.entry, read.now)
    return answer
  })
  useReturn(mine.retry)
  useShareAppMessage(() => ({ title: '没工作的毕业生，在这里登记，有人接着办', path: '/pages/home/index' }))

  const show = (entry: HomeEntry | null, known: Here, live: boolean) => {
    const asOf = live && !mine.stale ? known.now : new Date(known.seen?.savedAt ?? known.now)
    const says = homeSays({ entry, districtName, ...known, asOf, seen: known.putAway })
    if (says.state === 'new' || says.state === 'draft' || says.state === 'ended') return <Visitor says={says} />
    const put = (acceptedAt: string) => {
      setHere({ ...known, putAway: acceptedAt })
      void putAway(acceptedAt)
    }
    return <Registered says={says} served={entry?.served ?? 0} live={live} onPutAway={live ? put : undefined} />
  }

  const { phase } = mine
  if (phase === 'ready' && here)
    return (
      <Page load={mine} tab>
        {show(mine.data?.entry ?? null, here, true)}
      </Page>
    )
  // Until the cloud answers, or where it can't: what this page showed last, or a form one can go on with.
  const failed = phase === 'offline' || phase === 'unavailable' || phase === 'refused'
  const known = here?.seen ?? (failed ? here?.draft : undefined)
  if (phase === 'quiet' || phase === 'ready' || !here || !known) return <Page load={mine} tab />
  return (
    <Page tab>
      <Notice kind="plain" icon={phase === 'offline' ? 'offline' : 'info'}>
        {olderWords(phase, here.seen?.savedAt, mine.message)}
      </Notice>
      {phase !== 'loading' && (
        <View className="qh-row">
          <Button label="再试一次" kind="text" onClick={mine.retry} />
        </View>
      )}
      <View className="qh-mt-2">{show(here.seen?.entry ?? null, here, false)}</View>
    </Page>
  )
}
