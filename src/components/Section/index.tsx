import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import './index.scss'

interface Props {
  title: string
  /** A text button at the right. */
  more?: ReactNode
  children: ReactNode
}

export const Section = ({ title, more, children }: Props) => (
  <View className="qh-section">
    <View className="qh-section__head">
      <View className="qh-section__title" {...aria({ role: 'heading', label: title })}>
        {title}
      </View>
      {more}
    </View>
    {children}
  </View>
)
