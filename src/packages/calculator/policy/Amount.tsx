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
  say: (template: string) => string
}

/** What comes out for the reader, where they have answered. */
  result: PolicyResult | undefined
  say: (template: string) => string
}

/** 每月 2124 元，3 个月，一共 6372 元. */
function amountWords({ fen, eachFen, months }: PolicyResult['lines'][number]): string {
  if (fen === null) return '这个数还没核实'
  const each = eachFen === undefined || eachFen === null ? '' : `每月 ${sayNumber(eachFen, 'fen')}，`
  const long = months === undefined || months === null ? '' : `${sayNumber(months, 'months')}，`
  return each || long ? `${each}${long}一共 ${sayNumber(fen, 'fen')}` : sayNumber(fen, 'fen')
}

/** What comes out for the reader, then the constants it is made of, each with its days, its source and how sure it is. */
export const Amount = ({ text, version, parameters, result, say }: Props) => (
  <Card>
    {result?.lines.map(line => (
      <Part key={line.id} title={say(text.lines[line.id] ?? '')} confidence={line.confirmed ? undefined : 'unsure'}>
        <Text className="qh-sub">{`按你填的：${lineWords(line)}`}</Text>
      </Part>
    ))}
    {!result?.lines.length &&
      version?.pays?.map(({ id, confidence }) => (
        <Part key={id} title={say(text.lines[id] ?? '')} confidence={confidence} />
      ))}
    {text.amountNote && <View className="qh-sub qh-mt-2">{text.amountNote}</View>}
    {parameters.map(({ id, name, values, confidence, period, source }) => (
      <View key={id} className="qh-part">
        <Part title={name} confidence={confidence}>
          {values.map(value => (
            <View key={value} className="qh-sub qh-c1 qh-tnum">
              {value}
            </View>
          ))}
          <View className="qh-note">{`${period}，依据${[source.document, source.number].filter(Boolean).join(' ')}`}</View>
        </Part>
      </View>
    ))}
    <View className="qh-mt-3">
      <KeyValue name="谁出钱" value={text.payer} />
    </View>
  </Card>
)
