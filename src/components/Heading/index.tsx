import { View } from '@tarojs/components'
import { aria } from '../aria'

interface Props {
  /** Never holds the word 失业: it can be read over a shoulder. */
  text: string
  /** The second question of a page. */
  small?: boolean
}

export const Heading = ({ text, small }: Props) => (
  <View className={small ? 'qh-head' : 'qh-title'} {...aria({ role: 'heading', level: small ? 2 : 1, label: text })}>
    {text}
  </View>
)
