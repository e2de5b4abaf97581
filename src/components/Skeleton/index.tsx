import { View } from '@tarojs/components'
import { aria } from '../aria'
import './index.scss'

/** Still blocks in the place of the text: no shimmer. Comes after 300 ms, so that a quick answer shows nothing. */
export const Skeleton = () => (
  <View {...aria({ role: 'status', label: '正在读取' })}>
    <View className="qh-skel__title" />
    {[1, 2].map(card => (
      <View key={card} className="qh-card qh-mt-3">
        <View className="qh-skel qh-skel--w60" />
        <View className="qh-skel" />
        <View className="qh-skel qh-skel--w85" />
      </View>
    ))}
  </View>
)
