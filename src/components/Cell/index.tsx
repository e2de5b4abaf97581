import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  /** Verb first. */
  title: string
  /** Up to 20 characters. */
  note?: string
  side?: string
  icon?: IconName
  /** A line to the next cell; not on the last one. */
  line?: boolean
  /** The whole cell is the tap; without it the cell only tells. */
  onClick?: () => void
}

export function Cell({ title, note, side, icon, line, onClick }: Props) {
  const spoken = [title, note, side].filter(Boolean).join('，')
  return (
    <View
      className={classes('qh-cell', line && 'qh-cell--line', icon && 'qh-cell--icon')}
      {...(onClick ? { hoverClass: 'qh-hover', onClick, ...aria({ role: 'button', label: spoken }) } : {})}
    >
      {icon && (
        <View className="qh-cell__icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="qh-cell__words">
        <View className="qh-cell__body">
          <Text className="qh-cell__title">{title}</Text>
          {note && <Text className="qh-cell__note">{note}</Text>}
        </View>
        {side && <Text className="qh-cell__side">{side}</Text>}
      </View>
      {onClick && <Icon name="right" className="qh-cell__arrow" />}
    </View>
  )
}
