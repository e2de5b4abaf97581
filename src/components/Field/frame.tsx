import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'

interface Props {
  focused?: boolean
  wrong?: boolean
  tall?: boolean
  children: ReactNode
}

/** The box one types in or picks from. */
export const Frame = ({ focused, wrong, tall, children }: Props) => (
  <View
    className={classes(
      'qh-field__box',
      focused && 'qh-field__box--focus',
      wrong && 'qh-field__box--error',
      tall && 'qh-field__box--tall',
    )}
  >
    {children}
  </View>
)
