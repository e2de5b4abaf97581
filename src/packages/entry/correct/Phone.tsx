import { phoneButton } from '../../../cloud/host/phone'
import { PhoneField } from '../../../components/PhoneField'
import { Frame } from './Frame'
import { PHONE } from './parts'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

export function CorrectPhone({ entry, today, unsent }: PartProps) {
  const correction = useCorrection(PHONE, entry, today, unsent)
  const { answers, errors, change, leaveField, point } = correction
  return (
    <Frame question="换成哪个号码？" correction={correction}>
      <PhoneField
        phone={answers['person.phone']}
        authorised={answers.code !== undefined}
        help={`现在留的是 ${answers.shown}`}
        error={errors['person.phone']}
        button={phoneButton(
          code => change({ code, 'person.phone': '' }),
          () => point({ 'person.phone': '没拿到微信的号码，自己写一下' }),
        )}
        onChange={phone => change({ 'person.phone': phone, code: undefined })}
        onLeave={() => answers['person.phone'] && leaveField('person.phone')}
        onType={() => change({ code: undefined })}
      />
    </Frame>
  )
}
