import { useState } from 'react'
import { phoneButton } from '../../../cloud/host/phone'
import { PhoneField } from '../../../components/PhoneField'
import { normalisePhone } from '../../../domain/person'
import { Frame } from './Frame'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

export function CorrectPhone({ entry, reload }: PartProps) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState<string>()
  const { busy, errors, failed, outdated, point, send, settle } = useCorrection(entry)
  const check = (): Record<string, string> => {
    const read = normalisePhone(phone)
    return read.ok ? {} : { 'person.phone': read.message }
  }
  const save = () => {
    if (code) return void send({ phoneCode: code })
    if (!point(check())) void send({ phone })
  }
  return (
    <Frame question="换成哪个号码？" busy={busy} failed={failed} onReload={outdated ? reload : undefined} onSave={save}>
      <PhoneField
        phone={phone}
        authorised={code !== undefined}
        help={`现在留的是 ${entry.person.phone}`}
        error={errors['person.phone']}
        button={phoneButton(setCode, () => point({ 'person.phone': '没拿到微信的号码，自己写一下' }))}
        onChange={typed => {
          setPhone(typed)
          settle('person.phone')
        }}
        onLeave={() => phone && point(check())}
        onType={() => setCode(undefined)}
      />
    </Frame>
  )
}
