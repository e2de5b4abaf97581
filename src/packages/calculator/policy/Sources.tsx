import { Text, View } from '@tarojs/components'
import { copyText } from '../../../cloud/host/clipboard'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import type { Confidence, PolicySource } from '../../../domain/policy'
import { Part } from './Parts'
import { CONFIDENCE_WORDS } from './words'

interface Props {
  sources: readonly PolicySource[]
  /** Of the conditions themselves. */
  confidence: Confidence | undefined
}

/** What it rests on. A number or an address is copied, never followed: nobody here has checked where it leads today. */
export const Sources = ({ sources, confidence }: Props) => (
  <Card>
    {sources.map(({ document, number, article, url, confidence: seen }) => (
      <Part key={`${document}${number ?? ''}${article ?? ''}`} title={document} confidence={seen}>
        {(number ?? article) && (
          <Text className="qh-sub qh-source">{[number, article].filter(Boolean).join('，')}</Text>
        )}
        {!number && seen === 'unsure' && <View className="qh-note">文号没有核实，这里不写。</View>}
        <View className="qh-row qh-row--wrap qh-gap-4">
          {number && (
            <Button
              label="复制文号"
              kind="text"
              small
              spoken={`复制文号 ${number}`}
              onClick={() => void copyText(number)}
            />
          )}
          {url && (
            <Button
              label="复制网址"
              kind="text"
              small
              spoken={`复制${document}的网址`}
              onClick={() => void copyText(url)}
            />
          )}
        </View>
      </Part>
    ))}
    {confidence && <View className="qh-sub qh-mt-3">{CONFIDENCE_WORDS[confidence]}</View>}
  </Card>
)
