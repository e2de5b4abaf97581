import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  /** A question or a result; each line ≤ 11 characters, broken by sense. */
  lines: string[]
  /** Each line breaks by sense too. */
  sub?: string | string[]
  icon?: IconName
}

/** What the page asks or tells; never the page's name again, the native bar has it. */
export const Header = ({ lines, sub, icon }: Props) => (
  <View className="qh-header">
    <View className="qh-header__line">
      {icon && (
        <View className="qh-header__icon">
          <Icon name={icon} size="l" />
        </View>
      )}
      <View className="qh-title" {...aria({ role: 'heading', level: 1, label: lines.join('') })}>
        {lines.map(line => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
    {sub && (
      <View className="qh-header__sub">
        {[sub].flat().map(line => (
          <View key={line}>{line}</View>
        ))}
      </View>
    )}
  </View>
)
