import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import './index.scss'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger' | 'plain'
const ICON: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'shield',
  danger: 'warn',
  plain: 'offline',
}

interface Props {
  /** `plain` is for being offline. */
  kind?: NoticeKind
  icon?: IconName
  /** One sentence. */
  children: ReactNode
}

export const Notice = ({ kind = 'info', icon, children }: Props) => (
  <View
    className={classes('qh-notice', `qh-notice--${kind}`)}
    {...aria({ role: kind === 'danger' ? 'alert' : 'status' })}
  >
    <View className="qh-notice__i">
      <Icon name={icon ?? ICON[kind]} />
    </View>
    <View className="qh-grow">{children}</View>
  </View>
)
