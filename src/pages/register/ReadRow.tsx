import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Icon } from '../../components/Icon'
import { Masked } from '../../components/Masked'
import type { Row } from './readBack'

interface Props {
  row: Row
  onClick: () => void
}

/** One answer read back; the whole row is the tap that changes it. */
export const ReadRow = ({ row: { name, value }, onClick }: Props) => (
  <View
    className="qh-review__row"
    hoverClass="qh-hover"
    onClick={onClick}
    {...aria({ role: 'button', label: `${name}，${value}，改这一条` })}
  >
    <Text className="qh-review__name">{name}</Text>
    <Text className="qh-review__value qh-tnum">
      <Masked value={value} />
    </Text>
    <Icon name="right" size="s" className="qh-review__go" />
  </View>
)
