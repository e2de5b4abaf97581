import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad } from '../../cloud'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { failureText } from '../../components/failureText'
import { ChoiceField, TextField } from '../../components/Field'
import { Header } from '../../components/Header'
import { KIND_NAMES } from '../../components/kindNames'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { KindSchema, type Kind } from '../../domain/registration'

const OTHER = 'other'
const REASONS = [
  { key: '找到工作了', name: '找到工作了' },
  { key: '自己干了', name: '自己干了' },
  { key: '升学或参军', name: '升学或参军' },
  { key: '现在不找了', name: '现在不找了' },
  { key: OTHER, name: '别的原因' },
] as const

const CONSEQUENCE: Record<Kind, string> = {
  jobSeeking: '结束以后，不再给你推岗位。以后想找，随时能再登。',
  unemployment: '结束以后，登记的时间就停在今天。以后再登，从那天重新算。',
}

/** Ends one kind of registration; the other stays. */
export default function Withdraw() {
  const asked = KindSchema.safeParse(useRouter().params.kind)
  const mine = useLoad(() => cloud.graduate.registration.mine({}))
  const [picked, setPicked] = useState<(typeof REASONS)[number]['key']>()
  const [words, setWords] = useState('')
  const [error, setError] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const [busy, setBusy] = useState(false)
  const entry = mine.data?.entry
  const open = entry?.registrations.filter(({ status }) => status !== 'ended') ?? []
  const kind = open.find(registration => registration.kind === asked.data)?.kind

  async function end() {
    const reason = picked === OTHER ? words.trim() : picked
    if (!entry || !kind) return
    if (!reason) return setError(picked === OTHER ? '写几个字就行' : '选一个原因，好知道怎么帮你')
    setBusy(true)
    const answer = await cloud.graduate.registration.withdraw({ version: entry.version, kind, reason })
    setBusy(false)
    if (answer.ok) {
      void Taro.showToast({ title: '结束了', icon: 'success' })
      return void Taro.navigateBack()
    }
    if (answer.error.kind === 'refused') {
      setError(answer.error.fields.reason)
      if (answer.error.code === 'VERSION_CONFLICT') mine.retry()
    }
    setFailed(failureText(answer.error, '再点一次'))
  }

  if (!entry || !kind)
    return (
      <Page
        load={mine.phase === 'ready' ? { ...mine, phase: 'refused', message: '这项登记已经结束，或者还没登过' } : mine}
      />
    )
  return (
    <Page
      bottom={
        <BottomBar>
          <Button label="先不结束" kind="secondary" grow onClick={() => void Taro.navigateBack()} />
          <Button label={busy ? '正在办' : '结束登记'} grow busy={busy} onClick={() => void end()} />
        </BottomBar>
      }
    >
      <Header lines={['要结束登记吗？']} sub={`${KIND_NAMES[kind]}。${CONSEQUENCE[kind]}`} />
      {failed && <Notice kind="danger">{failed}</Notice>}
      <View className="qh-mt-3">
        <ChoiceField
          path="reason"
          label="为什么结束"
          options={REASONS}
          value={picked}
          error={picked === OTHER ? undefined : error}
          onChange={key => {
            setPicked(key)
            setError(undefined)
          }}
        />
        {picked === OTHER && (
          <TextField path="words" label="什么原因" max={200} value={words} error={error} onChange={setWords} />
        )}
      </View>
    </Page>
  )
}
