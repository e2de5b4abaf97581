import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { chineseDate, type BeijingDate } from '../../domain/time'

interface Props {
  on: BeijingDate
  today: BeijingDate
  onToday: () => void
}

/** Says that the rules aren't today's, and leads back to those; nothing where they are. */
export const OtherDay = ({ on, today, onToday }: Props) =>
  on === today ? null : (
    <View className="qh-other-day">
      <Notice>{`按${chineseDate(on)}的规则，不是今天的`}</Notice>
      <View className="qh-row">
        <Button label="回到今天" spoken="回到今天的规则" kind="text" small onClick={onToday} />
      </View>
    </View>
  )
