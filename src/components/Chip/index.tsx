import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  label: string
  on: boolean
  /** One of several, not any of them. */
  single?: boolean
  onClick: () => void
}

export const Chip = ({ label, on, single, onClick }: Props) => (
  <View
    className={classes('qh-chip', on && 'qh-chip--on')}
    hoverClass="qh-hover--dim"
    onClick={onClick}
    {...aria({ role: single ? 'radio' : 'checkbox', label, checked: on })}
  >
    {on && <Icon name="check" size="s" />}
    <Text>{label}</Text>
  </View>
)
