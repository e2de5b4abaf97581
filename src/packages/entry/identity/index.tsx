import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloud, useLoad } from '../../../cloud'
import { callAdvice } from '../../../cloud/callAdvice'
import { districtName } from '../../../cloud/data'
import { checkFace } from '../../../cloud/host/face'
import { moveToTop } from '../../../cloud/host/focus'
import { useSending } from '../../../cloud/useSending'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { failureText } from '../../../components/failureText'
import { Header } from '../../../components/Header'
import { Icon } from '../../../components/Icon'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import type { OwnEntry } from '../../../contract/graduate'
import { FACE_END, MEANING, noFaceBecause, TITLES, UNLOCKS } from './words'
import './index.scss'

const Unlocks = ({ title }: { title: string }) => (
  <Section title={title}>
    <Card>
      {UNLOCKS.map(text => (
        <View key={text} className="qh-row qh-row--top qh-gap-2 qh-identity__line">
          <View className="qh-identity__mark qh-cp">
            <Icon name="check" size="s" />
          </View>
          <View className="qh-grow qh-sub qh-c1">{text}</View>
        </View>
      ))}
    </Card>
  </Section>
)

/** A counter needs the paper itself and the person; where it is, nobody has checked: 12333 knows. */
const Counter = ({ entry, why }: { entry: OwnEntry; why?: string }) => (
  <Section title={why ? '怎么核实' : '不想刷脸'}>
    <Card flush>
      <View className="qh-identity__counter">
        {why && <View className="qh-sub qh-c1">{why}</View>}
        <View className={why ? 'qh-sub qh-mt-1' : 'qh-sub'}>
          {`本人带登记用的证件原件，去${entry.handlingDistrict ? districtName(entry.handlingDistrict) : '经办区'}人社窗口。`}
        </View>
      </View>
      <Cell title="打 12333 问窗口在哪" note="北京人社热线" icon="phone" onClick={callAdvice} />
    </Card>
  </Section>
)

/** How sure we are who it is, what a better proof brings, and the ways to it. */
export default function Identity() {
  const mine = useLoad(() => cloud.graduate.registration.mine({}))
  const [said, setSaid] = useState<{ kind: 'danger' | 'info'; text: string }>()
  const [raised, setRaised] = useState<OwnEntry>()
  const { busy, sending } = useSending()
  const entry = raised ?? mine.data?.entry

  function stay(text: string, kind: 'danger' | 'info' = 'danger') {
    setSaid({ kind, text })
    moveToTop()
    return false
  }

  async function check() {
    setSaid(undefined)
    const begun = await cloud.graduate.identity.begin({})
    if (!begun.ok) return stay(failureText(begun.error, '再点一次'))
    const { verifyId } = begun.data
    const end = await checkFace(verifyId)
    if (end !== 'gone') return stay(FACE_END[end], end === 'left' ? 'info' : 'danger')
    const finished = await cloud.graduate.identity.finish({ verifyId })
    if (!finished.ok) return stay(failureText(finished.error, '再点一次'))
    setRaised(finished.data.entry)
    moveToTop()
    return true
  }

  if (!entry)
    return mine.phase === 'ready' ? (
      <NothingHere title="还没有可以核实的" text="登记以后才谈得上核实是不是你。" />
    ) : (
      <Page load={mine} />
    )
  const verified = entry.assurance === 'verified'
  const face = !verified && entry.faceCheck
  return (
    <Page
      bottom={
        face && (
          <BottomBar hint="用微信的摄像头，我们只拿结果">
            <Button label={busy ? '正在核实' : '刷脸核实'} grow busy={busy} onClick={() => void sending(check)} />
          </BottomBar>
        )
      }
    >
      <Header lines={[TITLES[entry.assurance]]} icon={verified ? 'check' : undefined} sub={MEANING[entry.assurance]} />
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      <Unlocks title={verified ? '现在' : '核实以后'} />
      {!verified && <Counter entry={entry} why={face ? undefined : noFaceBecause(entry)} />}
    </Page>
  )
}
