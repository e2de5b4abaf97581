import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { chineseDate, type BeijingDate } from '../../domain/time'

interface Props {
  on: BeijingDate
  today: BeijingDate
  onToday: () => void
  /** Said before it, and where it is today too. */
  lead?: string | undefined
}

/** Says that the rules aren't today's, and leads back to those; nothing where they are. */
export function OtherDay({ on, today, onToday, lead }: Props) {
  const other = on !== today
  if (!other && !lead) return null
  const said = [...(lead ? [lead] : []), ...(other ? [`按${chineseDate(on)}的规则，不是今天的`] : [])]
  return (
    <View>
      <Notice>{said.join('。')}</Notice>
      {other ? (
        <View className="qh-row">
          <Button label="回到今天" spoken="回到今天的规则" kind="text" small onClick={onToday} />
        </View>
      ) : (
        <View className="qh-mt-3" />
      )}
    </View>
  )
}
