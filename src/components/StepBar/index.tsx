import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import './index.scss'

interface Props {
  /** Up to four, with names. */
  names: readonly string[]
  /** Which one, from 0. */
  at: number
}

export function StepBar({ names, at }: Props) {
  const next = names[at + 1]
  return (
    <View
      className="qh-steps"
      {...aria({ role: 'img', label: `第 ${at + 1} 步，共 ${names.length} 步：${names[at]}` })}
    >
      <View className="qh-steps__track">
        {names.map((name, i) => (
          <View key={name} className={classes('qh-steps__seg', i <= at && 'qh-steps__seg--on')} />
        ))}
      </View>
      <View className="qh-steps__text">
        <Text>{`第 ${at + 1} 步：${names[at]}`}</Text>
        <Text>{next ? `共 ${names.length} 步，下一步：${next}` : '最后一步'}</Text>
      </View>
    </View>
  )
}
