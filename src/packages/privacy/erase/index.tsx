import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloud, useLoad, useReturn } from '../../../cloud'
import { campaignFor, today } from '../../../cloud/data'
import { moveToTop } from '../../../cloud/host/focus'
import { leave } from '../../../cloud/leave'
import { useOnline } from '../../../cloud/useOnline'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Header } from '../../../components/Header'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { Sheet } from '../../../components/Sheet'
import { After } from './After'
import { Before } from './Before'
import { useErasing } from './useErasing'
import './index.scss'

async function look() {
  const [mine, privacy] = await Promise.all([cloud.graduate.registration.mine({}), cloud.graduate.privacy.mine({})])
  if (!mine.ok) return mine
  if (!privacy.ok) return privacy
  const day = await today()
  return {
    ok: true as const,
    data: { entry: mine.data.entry ?? undefined, ...privacy.data, day, retention: campaignFor(day).retention },
  }
}

/** Everything erased that needs no longer be kept: what it does is said before, and what it did after. */
export default function Erase() {
  const found = useLoad(look)
  const [sure, setSure] = useState(false)
  const { data } = found
  const { busy, erased, failed, outdated, erase, settle } = useErasing(data?.entry?.version, useOnline())
  // Whoever comes back from ending one kind looks at what is left; what was erased is not asked for again.
  useReturn(() => {
    if (!erased) found.retry()
  })

  async function onErase() {
    await erase()
    setSure(false)
    moveToTop()
  }

  if (erased) return <After erased={erased} />
  if (!data) return <Page load={found} />
  if (!data.entryStored && data.consents.length === 0)
    return <NothingHere title="没有存着你的信息" text="没有什么可以删的。" />
  return (
    <Page
      load={found}
      bottom={
        <BottomBar>
          <Button label="不删了" kind="secondary" onClick={leave} />
          <Button label="删掉信息" grow onClick={() => setSure(true)} />
        </BottomBar>
      }
      over={
        sure && (
          <Sheet title="现在就删？" onClose={() => setSure(false)}>
            <View className="qh-erase__sheet qh-sub qh-c1">
              {data.entry ? '登记今天结束，删掉的找不回来。' : '删掉的找不回来。'}
            </View>
            <View className="qh-sheet__done qh-gap-3">
              <Button label="先不删" kind="secondary" onClick={() => setSure(false)} />
              <Button label={busy ? '正在删' : '删掉'} grow busy={busy} onClick={() => void onErase()} />
            </View>
          </Sheet>
        )
      }
    >
      <Header lines={['把你的信息删掉']} sub="先看会怎样，也能只删一部分。" />
      {failed && <Notice kind="danger">{failed}</Notice>}
      {outdated && (
        <View className="qh-row">
          <Button
            label="看最新的"
            kind="text"
            onClick={() => {
              settle()
              found.retry()
            }}
          />
        </View>
      )}
      <Before
        entry={data.entry}
        sensitiveStored={data.sensitiveStored}
        released={data.released}
        today={data.day}
        retention={data.retention}
      />
    </Page>
  )
}
