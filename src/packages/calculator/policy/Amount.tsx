import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { KeyValue } from '../../../components/KeyValue'
import type { PolicyResult, PolicyText, PolicyVersion } from '../../../domain/policy'
import { lineWords } from '../amounts'
import type { InForce } from './parameters'
import { Part } from './Parts'

interface Props {
  text: PolicyText
  version: PolicyVersion | undefined
  parameters: readonly InForce[]
  /** What comes out for the reader, where they have answered. */
  result: PolicyResult | undefined
}

/** What comes out for the reader, then the constants it is made of, each with its days, its source and how sure it is. */
export const Amount = ({ text, version, parameters, result }: Props) => (
  <Card>
    {result?.lines.map(line => (
      <Part key={line.id} title={text.lines[line.id] ?? ''} confidence={line.confirmed ? undefined : 'unsure'}>
        <Text className="qh-sub">{`按你填的：${lineWords(line)}`}</Text>
      </Part>
    ))}
    {!result?.lines.length &&
      version?.pays
        ?.filter(({ id }) => !parameters.some(({ name }) => name === text.lines[id]))
        .map(({ id, confidence }) => <Part key={id} title={text.lines[id] ?? ''} confidence={confidence} />)}
    {parameters.map(({ id, name, values, confidence, period, source }) => (
      <Part key={id} title={name} confidence={confidence}>
        {values.map(value => (
          <View key={value} className="qh-sub qh-c1 qh-tnum">
            {value}
          </View>
        ))}
        <View className="qh-note">{`${period}。依据：${[source.document, source.number].filter(Boolean).join(' ')}`}</View>
      </Part>
    ))}
    {text.amountNote && <View className="qh-cond__then qh-amount-note">{text.amountNote}</View>}
    <View className="qh-mt-3">
      <KeyValue name="谁出钱" value={text.payer} />
    </View>
  </Card>
)
