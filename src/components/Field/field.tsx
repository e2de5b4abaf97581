import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Icon } from '../Icon'
import './index.scss'

export interface FieldProps {
  /** Path of the answer, e.g. `person.idNumber`; the element that gets scrolled to carries it. */
  path: string
  /** Empty where a heading above says it. */
  label: string
  /** Stands between label and box. */
  help?: string
  /** What to do, where something is wrong; only after the field was left. */
  error?: string
}

/** An id that selectors can name: dots would start a class. */
export const fieldId = (path: string): string => `f-${path.replace(/\./g, '-')}`

/** Label above, help between, error below; the box is the child. */
export const Field = ({ path, label, help, error, children }: FieldProps & { children: ReactNode }) => (
  <View className="qh-field" id={fieldId(path)}>
    {label && <Text className="qh-field__label">{label}</Text>}
    {help && <Text className="qh-field__help">{help}</Text>}
    {children}
    {error && (
      <View className="qh-field__error" {...aria({ role: 'alert' })}>
        <View className="qh-field__lead">
          <Icon name="warn" size="s" />
        </View>
        <Text className="qh-grow">{error}</Text>
      </View>
    )}
  </View>
)
