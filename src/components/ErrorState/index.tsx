import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { Button } from '../Button'
import { readable } from '../failureText'
import { Card } from '../Card'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  icon?: IconName
  /** What happened. */
  title: string
  /** Whose fault, what is safe, what to do. */
  text: string
  /** A number one can read out on the phone. */
  requestId?: string
  action?: string
  onAction?: () => void
  second?: string
  onSecond?: () => void
}

/** What, why, and one way on; it stands in the place of a page, so what happened is the page's heading. */
export const ErrorState = ({ icon = 'warn', title, text, requestId, action, onAction, second, onSecond }: Props) => (
  <View className="qh-empty" {...aria({ role: 'alert' })}>
    <View className="qh-empty__pic">
      <Icon name={icon} size="l" />
    </View>
    <View className="qh-head" {...aria({ role: 'heading', level: 1, label: title })}>
      {title}
    </View>
    <Text className="qh-empty__text">{text}</Text>
    <View className="qh-empty__act">
      {requestId && (
        <Card className="qh-empty__id">
          <Text className="qh-note">编号</Text>
          <Text className="qh-head qh-tnum">{readable(requestId)}</Text>
        </Card>
      )}
      {action && <Button label={action} onClick={onAction} />}
      {second && <Button label={second} kind="text" onClick={onSecond} />}
    </View>
  </View>
)
