import { Text, View } from '@tarojs/components'
import { aria } from '../../../components/aria'
import { Icon } from '../../../components/Icon'
import type { Counts } from '../says'

const PARTS = [
  ['yes', '项能享受', 'qh-cs'],
  ['unknown', '项还要看', 'qh-ca'],
  ['no', '项不行', 'qh-c2'],
] as const

/** How things stand after what was said so far; a tap shows it in full, at any time. */
export const CountsRow = ({ counts, onOpen }: { counts: Counts; onOpen: () => void }) => (
  <View
    className="qh-counts"
    hoverClass="qh-hover--dim"
    onClick={onOpen}
    {...aria({ role: 'button', label: `看结果：${PARTS.map(([key, name]) => `${counts[key]} ${name}`).join('，')}` })}
  >
    {PARTS.map(([key, name, colour]) => (
      <View key={key} className="qh-counts__one">
        <Text className={`qh-counts__n ${colour}`}>{counts[key]}</Text>
        <Text className="qh-note">{name}</Text>
      </View>
    ))}
    <Icon name="right" className="qh-counts__arrow" />
  </View>
)
