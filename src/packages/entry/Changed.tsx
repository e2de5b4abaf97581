import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { KeyValue } from '../../components/KeyValue'
import { Notice } from '../../components/Notice'
import type { Difference } from './differences'

interface Props {
  differences: Difference[]
  /** What to do now. */
  ask: string
}

/** What somebody else changed before one's own act could be done; one is asked again, knowing it. */
export const Changed = ({ differences, ask }: Props) => (
  <View className="qh-mt-3">
    <Notice
      kind="warning"
      icon="info"
    >{`刚才还有人改过这份登记，可能是你在别的手机上，也可能是工作人员。${ask}`}</Notice>
    {differences.length > 0 && (
      <View className="qh-mt-2">
        <Card>
          {differences.map(({ name, then, now }) => (
            <KeyValue key={name} name={name} value={`原来${then || '没填'}，现在${now || '没填'}`} />
          ))}
        </Card>
      </View>
    )}
  </View>
)
