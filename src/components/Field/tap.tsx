import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Field, type FieldProps } from '.'
import { Frame } from './frame'

interface Props extends FieldProps {
  shown: string | undefined
  onClick: () => void
}

/** A field that opens a sheet. */
export const TapField = ({ shown, onClick, ...field }: Props) => (
  <Field {...field}>
    <Frame wrong={!!field.error}>
      <View
        className="qh-field__picked"
        onClick={onClick}
        {...aria({ role: 'button', label: `${field.label}，${shown || '请选择'}` })}
      >
        <Text className={classes('qh-grow', !shown && 'qh-field__hint')}>{shown || '请选择'}</Text>
        <Icon name="down" size="s" />
      </View>
    </Frame>
  </Field>
)
