import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tag } from '../../../components/Tag'
import type { Confidence } from '../../../domain/policy'
import { CONFIDENCE_TAGS } from './words'

interface Props {
  title: string
  confidence?: Confidence
  children?: ReactNode
}

/** A thing with how sure it is, and what there is to say of it. */
export const Part = ({ title, confidence, children }: Props) => (
  <View className="qh-part">
    <View className="qh-fact">
      <Text className="qh-sub qh-c1 qh-strong">{title}</Text>
      {confidence && <Tag {...CONFIDENCE_TAGS[confidence]} />}
    </View>
    {children}
  </View>
)
