import { Picker, ScrollView } from '@tarojs/components'
import { useState } from 'react'
import { chineseDate } from '../../domain/time'
import { ChoiceCard } from '../ChoiceCard'
import { Sheet } from '../Sheet'
import { Field, type FieldProps } from './field'
import { Frame } from './frame'
import { Picked, TapField } from './tap'

interface Option<K extends string> {
  key: K
  name: string
}

interface PickProps<K extends string> extends FieldProps {
  options: readonly Option<K>[]
  value: K | undefined
  onChange: (value: K) => void
}

/** One of a list, in a half sheet: a list of 17 is read at a glance, a wheel isn't. */
export function PickField<K extends string>({ options, value, onChange, ...field }: PickProps<K>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <TapField {...field} shown={options.find(({ key }) => key === value)?.name} onClick={() => setOpen(true)} />
      {open && (
        <Sheet title={field.label} onClose={() => setOpen(false)}>
          <ScrollView className="qh-sheet__list" scrollY>
            {options.map(({ key, name }) => (
              <ChoiceCard
                key={key}
                title={name}
                on={key === value}
                bare
                onClick={() => {
                  onChange(key)
                  setOpen(false)
                }}
              />
            ))}
          </ScrollView>
        </Sheet>
      )}
    </>
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
          textProps={{ okText: '选好了', cancelText: '取消' }}
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
