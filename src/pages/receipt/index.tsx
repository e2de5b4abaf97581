import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { cloud, useLoad } from '../../cloud'
import { districtName } from '../../cloud/data'
import type { PictureEnd } from '../../cloud/drawing'
import { letBackGo } from '../../cloud/host/back'
import { copyText } from '../../cloud/host/clipboard'
import { handOver, PICTURE_LABEL, PictureCanvas } from '../../cloud/host/picture'
import { keptReceipt } from '../../cloud/kept'
import { goHome } from '../../cloud/leave'
import { useTelling } from '../../cloud/telling'
import type { Phase } from '../../cloud/useLoad'
import { useSending } from '../../cloud/useSending'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Header } from '../../components/Header'
import { KeyValue } from '../../components/KeyValue'
import { KIND_NAMES } from '../../components/kindNames'
import { NothingHere } from '../../components/NothingHere'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { TellMe } from '../../components/TellMe'
import { Timeline } from '../../components/Timeline'
import type { OwnEntry } from '../../contract/graduate'
import { KindSchema, type Kind, type Receipt as Slip } from '../../domain/registration'
import { receiptPicture } from './picture'
import { comesNext, daysOf, headline, pictureWords, statusWords } from './words'
import './index.scss'

/** The cloud could not say how things stand now. */
const FAILED: ReadonlySet<Phase> = new Set<Phase>(['offline', 'unavailable', 'refused'])

/** The receipt of the last filing, or of one kind that stands in the entry. */
export default function Receipt() {
  const asked = KindSchema.safeParse(useRouter().params.kind)
  const [kept, setKept] = useState<Slip>()
  const [picture, setPicture] = useState<PictureEnd>()
  const { busy, sending } = useSending()
  const telling = useTelling('registrationAccepted')
  const mine = useLoad(() => cloud.graduate.registration.mine({}))
  const entry = mine.data?.entry ?? undefined
  useEffect(() => {
    void keptReceipt().then(setKept)
  }, [])
  // What was kept is shown at once, until the cloud says how things stand now.
  const remembered = asked.data && kept?.kind !== asked.data ? undefined : kept
  const held = entry && heldOf(entry, asked.data ?? kept?.kind)
  const slip = mine.phase === 'ready' ? held && slipOf(held, entry.no) : remembered
  if (!slip)
    return mine.phase === 'ready' ? (
      <NothingHere title="这里还没有登记" text="登记好了，回执会在这里。" />
    ) : (
      <Page load={mine} />
    )
  const district = districtName(slip.handlingDistrict)
  const ended = slip.status === 'ended'
  const save = () =>
    void sending(async () => {
      setPicture(await handOver(receiptPicture(slip, district, entry?.nextDue), '登记回执'))
      return false
    })
  return (
    <Page
      // who has just filed may have another form below, empty now: it would look like a loss
      onBack={asked.data ? undefined : goHome}
      bottom={
        <BottomBar>
          <Button label="回首页" grow onClick={() => void letBackGo().then(goHome)} />
        </BottomBar>
      }
    >
      <PictureCanvas />
      <Header
        lines={[headline(slip)]}
        icon={ended ? undefined : 'check'}
        sub={ended ? '想再登记，随时可以。' : `你已经在${district}的实名台账里，不用再到别处登记。`}
      />
      {FAILED.has(mine.phase) && (
        <View className="qh-receipt__older">
          <Notice kind="plain" icon={mine.phase === 'offline' ? 'offline' : 'info'}>
            没读到最新的，这是交的时候的样子。
          </Notice>
          <View className="qh-row">
            <Button label="再试一次" kind="text" small onClick={mine.retry} />
          </View>
        </View>
      )}
      <Card className="qh-receipt">
        <Text className="qh-note">登记编号</Text>
        <Text className="qh-num qh-receipt__no">{slip.no}</Text>
        <View className="qh-mt-2">
          <KeyValue name="类型" value={KIND_NAMES[slip.kind]} />
          {entry && <KeyValue name="姓名" value={entry.person.name} />}
          <KeyValue name="经办" value={district} />
          <KeyValue name="现在" value={statusWords(slip.status)} />
          {daysOf(held ?? slip).map(([name, day]) => (
            <KeyValue key={name} name={name} value={day} />
          ))}
        </View>
        <View className="qh-receipt__cut" />
        <View className="qh-row qh-row--wrap qh-gap-4">
          <Button label="复制编号" kind="text" onClick={() => void copyText(slip.no)} />
          {!ended && <Button label={PICTURE_LABEL} kind="text" busy={busy} onClick={save} />}
        </View>
        {!ended && <Text className="qh-note">图上只有编号、区和日期，没有你的姓名和证件号。</Text>}
      </Card>
      {picture && pictureWords(picture) && (
        <View className="qh-mt-3">
          <Notice>{pictureWords(picture)}</Notice>
        </View>
      )}
      {slip.status === 'filed' && (
        <View className="qh-mt-3">
          <TellMe answer={telling.answer} busy={telling.busy} onAsk={telling.ask} />
        </View>
      )}
      {!ended && (
        <>
          <Section title="接下来">
            <Card>
              <Timeline moments={comesNext(slip, district, entry?.nextDue)} />
            </Card>
          </Section>
          <View className="qh-mt-3">
            <Notice kind="warning">全程不收费，也不会要验证码。有人收钱，打 12333 问清楚。</Notice>
          </View>
        </>
      )}
    </Page>
  )
}

type Held = OwnEntry['registrations'][number]

/** The newest registration of the kind, one that stands before one that has ended. */
function heldOf({ registrations }: OwnEntry, kind: Kind | undefined): Held | undefined {
  const fits = registrations.filter(registration => !kind || registration.kind === kind)
  return fits.filter(({ status }) => status !== 'ended').pop() ?? fits.pop()
}

const slipOf = ({ kind, district, status, filedAt }: Held, no: string): Slip => ({
  no,
  kind,
  handlingDistrict: district,
  status,
  filedAt,
})
