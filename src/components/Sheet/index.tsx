import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Half a screen for searching and picking; closed by ×, by the dark part, or by the browser's own Escape. */
export const Sheet = ({ title, onClose, children }: Props) => (
  <View className="qh-mask">
    <View className="qh-mask__rest" onClick={onClose} />
    <View className="qh-sheet" {...aria({ role: 'dialog', label: title })}>
      <View className="qh-sheet__head">
        <Text className="qh-head">{title}</Text>
        <View
          className="qh-sheet__close"
          hoverClass="qh-hover--dim"
          onClick={onClose}
          {...aria({ role: 'button', label: '关闭' })}
        >
          <Icon name="close" />
        </View>
      </View>
      {children}
    </View>
  </View>
)
