import { View, type ButtonProps } from '@tarojs/components'
import { Button } from '../Button'
import { Field, TextField } from '../Field'
import { Frame } from '../Field/frame'

interface Props {
  phone: string
  /** Given by WeChat's button: the number itself stays with WeChat until the form is filed. */
  authorised: boolean
  error?: string
  help?: string
  focus?: boolean | undefined
  /** WeChat's phone number button, from src/cloud. */
  button: Partial<ButtonProps>
  onChange: (phone: string) => void
  onLeave: () => void
  /** Type a number after all. */
  onType: () => void
}

/** A phone number by WeChat's button or by typing. */
export function PhoneField({ phone, authorised, error, help, focus, button, onChange, onLeave, onType }: Props) {
  // A code that was refused or has grown old is asked for again, or typed.
  if (authorised && !error)
    return (
      <Field path="person.phone" label="手机号">
        <Frame>
          <View className="qh-grow">微信绑定的号码</View>
          <Button label="改成自己写" kind="text" small end onClick={onType} />
        </Frame>
      </Field>
    )
  return (
    <View>
      <TextField
        path="person.phone"
        label="手机号"
        help={help ?? '有人要打这个号码找你，不会拿去做别的'}
        type="number"
        max={20}
        value={phone}
        error={error}
        focus={focus}
        onChange={onChange}
        onLeave={onLeave}
      />
      <View className="qh-row">
        <Button label="用微信绑定的号码" kind="text" small icon="phone" ability={button} />
      </View>
    </View>
  )
}
