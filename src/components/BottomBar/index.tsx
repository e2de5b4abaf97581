import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import './index.scss'

interface Props {
  /** The pledge or the draft's state, above the buttons. */
  hint?: string
  above?: ReactNode
  /** One primary button, and at most one secondary beside it. */
  children: ReactNode
}

export const BottomBar = ({ hint, above, children }: Props) => (
  <View className="qh-bar" {...aria({ role: 'region', label: '页面底部' })}>
    {above}
    {hint && <Text className="qh-bar__hint">{hint}</Text>}
    <View className="qh-bar__row">{children}</View>
  </View>
)
