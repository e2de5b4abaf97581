import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { KeyValue } from '../../../components/KeyValue'

/** Names up to this length stand beside their value; where one is longer, all of the section stand above theirs. */
const SHORT = 4

/** The rows of one section of the copy. */
export function Rows({ rows }: { rows: readonly [string, string][] }) {
  const beside = rows.every(([name]) => name.length <= SHORT)
  return (
    <Card className="qh-copy">
      {rows.map(([name, value], i) =>
        beside ? (
          <KeyValue key={`${i}-${name}`} name={name} value={value} />
        ) : (
          <View key={`${i}-${name}`} className={i > 0 ? 'qh-col qh-mt-2' : 'qh-col'}>
            <Text className="qh-note">{name}</Text>
            <Text className="qh-sub qh-c1 qh-tnum">{value}</Text>
          </View>
        ),
      )}
    </Card>
  )
}
