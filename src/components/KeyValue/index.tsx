import { Text, View } from '@tarojs/components'
import { Masked } from '../Masked'
import './index.scss'

interface Props {
  name: string
  value: string
}

/** Name and value, for reading back. */
export const KeyValue = ({ name, value }: Props) => (
  <View className="qh-kv">
    <Text className="qh-kv__k">{name}</Text>
    <Text className="qh-kv__v qh-tnum">
      <Masked value={value} />
    </Text>
  </View>
)
