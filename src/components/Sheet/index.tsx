import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Icon } from '../Icon'
import { useBack } from '../Page'
import './index.scss'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Half a screen for searching and picking; closed by ×, by the dark part, by going back, or by the browser's own Escape. */
export function Sheet({ title, onClose, children }: Props) {
  useBack(onClose)
  return (
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
}
