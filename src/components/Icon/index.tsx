import { View } from '@tarojs/components'
import { classes } from '../classes'
import './index.scss'

export const ICONS = [
  'phone',
  'clock',
  'check',
  'owed',
  'right',
  'down',
  'search',
  'close',
  'warn',
  'info',
  'doc',
  'edit',
  'offline',
  'shield',
  'idbook',
  'door',
  'job',
  'lock',
  'calc',
  'list',
] as const
export type IconName = (typeof ICONS)[number]

interface Props {
  name: IconName
  size?: 's' | 'm' | 'l'
  className?: string
}

/** Decoration only: the word beside it says it. Takes the colour of the text around. */
export const Icon = ({ name, size = 'm', className }: Props) => (
  <View className={classes('qh-i', `qh-i--${name}`, size !== 'm' && `qh-i--${size}`, className)} />
)
