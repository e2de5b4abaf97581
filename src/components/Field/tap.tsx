import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Field, type FieldProps } from './field'
import { Frame } from './frame'

const HINT = '请选择'

interface PickedProps {
  label: string
  shown: string | undefined
  onClick?: () => void
}

/** What stands in a box that one doesn't type in. */
export const Picked = ({ label, shown, onClick }: PickedProps) => (
  <View
    className="qh-field__picked"
    {...(onClick ? { onClick } : {})}
    {...aria({ role: 'button', label: `${label}，${shown || HINT}` })}
  >
    <Text className={classes('qh-grow', 'qh-tnum', !shown && 'qh-field__hint')}>{shown || HINT}</Text>
    <Icon name="down" size="s" />
  </View>
)

interface Props extends FieldProps {
  shown: string | undefined
  onClick: () => void
}

/** A field that opens a sheet. */
export const TapField = ({ shown, onClick, ...field }: Props) => (
  <Field {...field}>
    <Frame wrong={!!field.error}>
      <Picked label={field.label} shown={shown} onClick={onClick} />
    </Frame>
  </Field>
)
