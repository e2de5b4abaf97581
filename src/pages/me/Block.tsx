import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { KeyValue } from '../../components/KeyValue'

interface Props {
  title: string
  rows: [string, string | undefined][]
  /** What the button says, where only a part of the block can be changed. */
  change?: string
  onChange: () => void
}

/** One part of what the person told, with the way to change it. */
export const Block = ({ title, rows, change, onChange }: Props) => (
  <View className="qh-mt-2">
    <Card className="qh-me__block">
      <View className="qh-row qh-row--between qh-me__head">
        <View className="qh-sub qh-strong">{title}</View>
        <Button label={change ?? '修改'} kind="text" small end spoken={change ?? `修改${title}`} onClick={onChange} />
      </View>
      {rows.map(([name, value]) => value && <KeyValue key={name} name={name} value={value} />)}
    </Card>
  </View>
)
