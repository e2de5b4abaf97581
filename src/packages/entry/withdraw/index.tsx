import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad } from '../../../cloud'
import { moveTo, moveToTop } from '../../../cloud/host/focus'
import { leave } from '../../../cloud/leave'
import { useSending } from '../../../cloud/useSending'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { failureText } from '../../../components/failureText'
import { ChoiceField, fieldId, TextField } from '../../../components/Field'
import { Header } from '../../../components/Header'
import { KIND_NAMES } from '../../../components/kindNames'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { KindSchema, type Kind } from '../../../domain/registration'

const OTHER = 'other'
const REASONS = [
  { key: '找到工作了', name: '找到工作了' },
  { key: '自己干了', name: '自己干了' },
  { key: '升学或参军', name: '升学或参军' },
  { key: '现在不找了', name: '现在不找了' },
  { key: OTHER, name: '别的原因' },
] as const

const CONSEQUENCE: Record<Kind, string> = {
  jobSeeking: '结束以后想再找工作，随时能再登。',
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
  const { busy, sending } = useSending()
  const entry = mine.data?.entry
  const open = entry?.registrations.filter(({ status }) => status !== 'ended') ?? []
  const kind = open.find(registration => registration.kind === asked.data)?.kind

  function point(message: string) {
    setError(message)
    moveTo(fieldId(picked === OTHER ? 'words' : 'reason'))
  }

  async function end() {
    const reason = picked === OTHER ? words.trim() : picked
    if (!entry || !kind) return false
    setFailed(undefined)
    if (!reason) {
      point(picked === OTHER ? '写几个字就行' : '选一个原因，好知道怎么帮你')
      return false
    }
    const answer = await cloud.graduate.registration.withdraw({ version: entry.version, kind, reason })
    if (answer.ok) {
      void Taro.showToast({ title: '结束了', icon: 'success' })
      leave()
      return true
    }
    setFailed(failureText(answer.error, '再点一次'))
    moveToTop()
    if (answer.error.kind === 'refused') {
      if (answer.error.fields.reason) point(answer.error.fields.reason)
      if (answer.error.code === 'VERSION_CONFLICT') mine.retry()
    }
    return false
  }

  if (!entry || !kind)
    return mine.phase === 'ready' ? (
      <NothingHere title="没有可以结束的" text="这项登记已经结束，或者还没登过。" />
    ) : (
      <Page load={mine} />
    )
  const other = open.find(registration => registration.kind !== kind)?.kind
  return (
    <Page
      bottom={
        <BottomBar>
          <Button label="先不结束" kind="secondary" grow onClick={leave} />
          <Button label={busy ? '正在办' : '结束登记'} grow busy={busy} onClick={() => void sending(end)} />
        </BottomBar>
      }
    >
      <Header
        lines={['要结束登记吗？']}
        sub={[`${KIND_NAMES[kind]}。${CONSEQUENCE[kind]}`, ...(other ? [`${KIND_NAMES[other]}还在，不受影响。`] : [])]}
      />
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
          <TextField
            path="words"
            label="什么原因"
            max={200}
            value={words}
            error={error}
            onChange={typed => {
              setWords(typed)
              setError(undefined)
            }}
          />
        )}
      </View>
    </Page>
  )
}
