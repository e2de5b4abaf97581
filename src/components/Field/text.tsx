import { Input, Text, Textarea, type InputProps } from '@tarojs/components'
import { useState } from 'react'
import { namedInput } from '../aria'
import { Field, type FieldProps } from './field'
import { Frame } from './frame'

interface TextProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** Called when the field is left: time to check and to save. */
  onLeave?: () => void
  type?: InputProps['type']
  max?: number
  /** Stands behind the number: 个月, 元. */
  unit?: string | undefined
  /** Puts the cursor here, e.g. on the first mistake. */
  focus?: boolean
  /** The keyboard's own key goes on to the next field; number pads have none. */
  onNext?: () => void
}

export function TextField({
  value,
  onChange,
  onLeave,
  type = 'text',
  max = 60,
  unit,
  focus,
  onNext,
  ...field
}: TextProps) {
  const [focused, setFocused] = useState(false)
  return (
    <Field {...field}>
      <Frame focused={focused} wrong={!!field.error}>
        <Input
          className="qh-field__input"
          value={value}
          type={type}
          maxlength={max}
          {...(focus ? { focus } : {})}
          {...(onNext ? { confirmType: 'next' as const, confirmHold: true, onConfirm: onNext } : {})}
          onInput={event => onChange(event.detail.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false)
            onLeave?.()
          }}
          {...namedInput(unit ? `${field.label}，${unit}` : field.label, !!field.error, type === 'number')}
        />
        {unit && <Text className="qh-field__unit">{unit}</Text>}
      </Frame>
    </Field>
  )
}

export function TextAreaField({ value, onChange, onLeave, max = 300, focus, ...field }: Omit<TextProps, 'type'>) {
  const [focused, setFocused] = useState(false)
  return (
    <Field {...field}>
      <Frame focused={focused} wrong={!!field.error} tall>
        <Textarea
          className="qh-field__area"
          value={value}
          maxlength={max}
          {...(focus ? { focus } : {})}
          autoHeight
          onInput={event => onChange(event.detail.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false)
            onLeave?.()
          }}
          {...namedInput(field.label, !!field.error)}
        />
      </Frame>
    </Field>
  )
}
