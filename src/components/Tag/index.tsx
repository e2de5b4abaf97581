import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  /** A state or a fact, up to 8 characters. Never a button. */
  label: string
  kind?: 'plain' | 'primary' | 'due' | 'success' | 'warning' | 'danger' | 'info'
  icon?: IconName
}

export const Tag = ({ label, kind = 'plain', icon }: Props) => (
  <View className={classes('qh-tag', kind !== 'plain' && `qh-tag--${kind}`)}>
    {icon && <Icon name={icon} size="s" />}
    <Text>{label}</Text>
  </View>
)
