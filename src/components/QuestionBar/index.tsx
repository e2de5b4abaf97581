import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import './index.scss'

interface Props {
  /** From 0. */
  at: number
  of: number
}

/** How far one is in a row of questions: numbers, no percentages. */
export const QuestionBar = ({ at, of }: Props) => (
  <View className="qh-steps" {...aria({ role: 'img', label: `第 ${at + 1} 题，共 ${of} 题` })}>
    <View className="qh-steps__track">
      {Array.from({ length: of }, (_, i) => (
        <View key={i} className={classes('qh-steps__seg', i <= at && 'qh-steps__seg--on')} />
      ))}
    </View>
    <View className="qh-steps__text">
      <Text>{`第 ${at + 1} 题，共 ${of} 题`}</Text>
      <Text>随时可停</Text>
    </View>
  </View>
)
