import { Text, View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { holdFocus } from '../../cloud/host/holdFocus'
import { watchKeyboard } from '../../cloud/host/keyboardHeight'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { useBack } from '../Page'
import './index.scss'

interface Props {
  title: string
  /** As high as a sheet may be from the start, for a list that comes while one types. */
  tall?: boolean
  onClose: () => void
  children: ReactNode
}

const SHEET = 'sheet'

/**
 * Part of a screen for searching and picking, above the keyboard. It is closed by ×, by the dark part, by going back, or by
 * the browser's own Escape; the focus is held in it and returns to what opened it.
 */
export function Sheet({ title, tall, onClose, children }: Props) {
  const [keyboard, setKeyboard] = useState(0)
  useBack(onClose)
  useEffect(() => holdFocus(SHEET), [])
  useEffect(() => watchKeyboard(setKeyboard), [])
  return (
    <View className="qh-mask" {...(keyboard > 0 ? { style: { bottom: `${keyboard}px` } } : {})}>
      <View className="qh-mask__rest" onClick={onClose} />
      <View
        id={SHEET}
        className={classes('qh-sheet', tall && 'qh-sheet--tall')}
        {...aria({ role: 'dialog', label: title })}
      >
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
