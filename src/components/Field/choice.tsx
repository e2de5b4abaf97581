import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Chip } from '../Chip'
import { Field, type FieldProps } from './field'

interface Props<K extends string> extends FieldProps {
  /** Up to seven. */
  options: readonly { key: K; name: string }[]
  value: K | undefined
  onChange: (value: K) => void
}

/** One of a few short answers, nothing chosen beforehand. */
export function ChoiceField<K extends string>({ options, value, onChange, ...field }: Props<K>) {
  return (
    <Field {...field}>
      <View className="qh-chips qh-field__chips" {...aria({ role: 'radiogroup', label: field.label })}>
        {options.map(({ key, name }) => (
          <Chip key={key} label={name} on={key === value} single onClick={() => onChange(key)} />
        ))}
      </View>
    </Field>
  )
}
