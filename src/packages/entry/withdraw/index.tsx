import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '../../../cloud'
import { leave } from '../../../cloud/leave'
import { useSlow } from '../../../cloud/useSlow'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceField, TextField } from '../../../components/Field'
import { Header } from '../../../components/Header'
import { KeyValue } from '../../../components/KeyValue'
import { KIND_NAMES } from '../../../components/kindNames'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { KindSchema } from '../../../domain/registration'
import { Changed } from '../Changed'
import { useAct } from '../useAct'
import { consequences } from './consequences'

const OTHER = 'other'
const REASONS = [
  { key: '找到工作了', name: '找到工作了' },
  { key: '自己干了', name: '自己干了' },
  { key: '升学或参军', name: '升学或参军' },
  { key: '现在不找了', name: '现在不找了' },
  { key: OTHER, name: '别的原因' },
] as const

/** Ends one kind of registration; the other stays. */
export default function Withdraw() {
  const asked = KindSchema.safeParse(useRouter().params.kind)
  const { mine, entry, changed, errors, failed, busy, point, settle, act } = useAct()
  const [picked, setPicked] = useState<(typeof REASONS)[number]['key']>()
  const [words, setWords] = useState('')
  const slow = useSlow(busy)
  const open = entry?.registrations.filter(({ status }) => status !== 'ended') ?? []
  const kind = open.find(registration => registration.kind === asked.data)?.kind
  /** The reason is told in the field that is shown. */
  const field = picked === OTHER ? 'words' : 'reason'

  function end() {
    const reason = picked === OTHER ? words.trim() : picked
    if (!kind) return
    if (!reason) {
      point({ [field]: picked === OTHER ? '写几个字就行' : '选一个原因，好知道怎么帮你' })
      return
    }
    void act('结束了', version => cloud.graduate.registration.withdraw({ version, kind, reason }))
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
        <BottomBar hint={slow ? '比平常慢，还在办。再等一下' : undefined}>
          <Button label="先不结束" kind="secondary" grow onClick={leave} />
          <Button label={busy ? '正在办' : '结束登记'} grow busy={busy} onClick={end} />
        </BottomBar>
      }
    >
      <Header lines={['要结束登记吗？']} sub={`要结束的是${KIND_NAMES[kind]}。`} />
      {failed && <Notice kind="danger">{failed}</Notice>}
      {changed && <Changed differences={changed} ask="看一眼，还要结束就再点一次。" />}
      <View className="qh-mt-3">
        <Card>
          {consequences(kind, other).map(([name, value]) => (
            <KeyValue key={name} name={name} value={value} />
          ))}
        </Card>
      </View>
      <View className="qh-mt-4">
        <ChoiceField
          path="reason"
          label="为什么结束"
          options={REASONS}
          value={picked}
          error={picked === OTHER ? undefined : errors.reason}
          onChange={key => {
            setPicked(key)
            settle('reason')
            settle('words')
          }}
        />
        {picked === OTHER && (
          <TextField
            path="words"
            label="什么原因"
            max={200}
            value={words}
            error={errors.words ?? errors.reason}
            onChange={typed => {
              setWords(typed)
              settle('words')
              settle('reason')
            }}
          />
        )}
      </View>
    </Page>
  )
}
