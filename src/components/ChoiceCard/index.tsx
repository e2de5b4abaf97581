import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** The person's own words. */
  title: string
  /** The official name, and what choosing means. */
  note?: string
  on: boolean
  /** Any of several (a square mark) instead of one. */
  many?: boolean
  /** Stands in a card of its own, or bare on a surface. */
  bare?: boolean
  onClick: () => void
}

export const ChoiceCard = ({ title, note, on, many, bare, onClick }: Props) => (
  <View
    className={classes('qh-choice', on && !bare && 'qh-choice--on', bare && 'qh-choice--bare')}
    hoverClass="qh-hover--dim"
    onClick={onClick}
    {...aria({ role: many ? 'checkbox' : 'radio', label: note ? `${title}。${note}` : title, checked: on })}
  >
    <View className={classes('qh-choice__dot', many && 'qh-choice__dot--sq', on && 'qh-choice__dot--on')}>
      {on && <Icon name="check" className="qh-choice__dot-i" />}
    </View>
    <View className="qh-grow qh-col">
      <Text className={classes('qh-choice__title', bare && 'qh-choice__title--plain')}>{title}</Text>
      {note && <Text className="qh-choice__note">{note}</Text>}
    </View>
  </View>
)
