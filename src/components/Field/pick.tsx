import { Picker, Text, View } from '@tarojs/components'
import { chineseDate } from '../../domain/time'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Field, type FieldProps } from '.'
import { Frame } from './frame'

interface Option<K extends string> {
  key: K
  name: string
}

interface PickProps<K extends string> extends FieldProps {
  options: readonly Option<K>[]
  value: K | undefined
  onChange: (value: K) => void
}

const HINT = '请选择'

/** What stands in the box of a picker. */
const Picked = ({ label, shown }: { label: string; shown: string | undefined }) => (
  <View className="qh-field__picked" {...aria({ role: 'button', label: `${label}，${shown ?? HINT}` })}>
    <Text className={classes('qh-grow', 'qh-tnum', !shown && 'qh-field__hint')}>{shown ?? HINT}</Text>
    <Icon name="down" size="s" />
  </View>
)

export function PickField<K extends string>({ options, value, onChange, ...field }: PickProps<K>) {
  const at = options.findIndex(({ key }) => key === value)
  return (
    <Field {...field}>
      <Frame wrong={!!field.error}>
        <Picker
          className="qh-field__picker"
          mode="selector"
          range={options.map(({ name }) => name)}
          value={Math.max(0, at)}
          onChange={event => {
            const picked = options[Number(event.detail.value)]
            if (picked) onChange(picked.key)
          }}
        >
          <Picked label={field.label} shown={options[at]?.name} />
        </Picker>
      </Frame>
    </Field>
  )
}

interface DateProps extends FieldProps {
  /** `YYYY-MM-DD`. */
  value: string | undefined
  onChange: (value: string) => void
  from: string
  to: string
  /** Where the wheel stands when nothing was picked yet. */
  startAt: string
}

export function DateField({ value, onChange, from, to, startAt, ...field }: DateProps) {
  return (
    <Field {...field}>
      <Frame wrong={!!field.error}>
        <Picker
          className="qh-field__picker"
          mode="date"
          value={value ?? startAt}
          start={from}
          end={to}
          onChange={event => onChange(event.detail.value)}
        >
          <Picked label={field.label} shown={value && chineseDate(value)} />
        </Picker>
      </Frame>
    </Field>
  )
}
