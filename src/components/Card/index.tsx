import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import './index.scss'

interface Props {
  /** deep: the promise, once in the product. due: what is owed to the person or their next step, once a page. */
  kind?: 'plain' | 'deep' | 'due'
  /** Cells go to the edges. */
  flush?: boolean
  className?: string
  children: ReactNode
}

export const Card = ({ kind = 'plain', flush, className, children }: Props) => (
  <View className={classes('qh-card', kind !== 'plain' && `qh-card--${kind}`, flush && 'qh-card--flush', className)}>
    {children}
  </View>
)
