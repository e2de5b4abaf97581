import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import './index.scss'

interface Props {
  /** From 0. */
  at: number
  of: number
  /** What is asked depends on the answers: how many are left is about so. */
  about?: boolean | undefined
}

function place({ at, of, about }: Props): string {
  const left = of - at - 1
  if (!about) return `第 ${at + 1} 题，共 ${of} 题`
  return left > 0 ? `第 ${at + 1} 题，大约还有 ${left} 题` : `第 ${at + 1} 题，快完了`
}

/** How far one is in a row of questions: numbers, no percentages. */
export const QuestionBar = ({ at, of, about }: Props) => (
  <View className="qh-steps" {...aria({ role: 'img', label: place({ at, of, about }) })}>
    <View className="qh-steps__track">
      {Array.from({ length: of }, (_, i) => (
        <View key={i} className={classes('qh-steps__seg', i <= at && 'qh-steps__seg--on')} />
      ))}
    </View>
    <View className="qh-steps__text">
      <Text>{place({ at, of, about })}</Text>
      <Text>随时可停</Text>
    </View>
  </View>
)
