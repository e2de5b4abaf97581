import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { groupDone, SERVICES, ServiceStrip } from '../../components/ServiceStrip'

interface Props {
  served: number
  /** How many are done and how many are not. */
  side: string
  /** Why there is nothing yet. */
  note?: string
}

/** The six services: what is done, and what is still empty. */
export const Services = ({ served, side, note }: Props) => (
  <Card>
    <View className="qh-row qh-row--between qh-row--wrap">
      <View className="qh-strong" {...aria({ role: 'heading', label: '6 次服务' })}>
        6 次服务
      </View>
      <Text className="qh-sub qh-tnum">{side}</Text>
    </View>
    <View className="qh-mt-3">
      <ServiceStrip served={served} />
    </View>
    {note && <Text className="qh-sub qh-mt-2">{note}</Text>}
    <View className="qh-services">
      {SERVICES.map(({ name, bits }) => {
        const { done, of } = groupDone(served, bits)
        const full = done === of
        return (
          <View key={name} className="qh-services__one">
            <Icon name={full ? 'check' : 'owed'} size="s" className={full ? 'qh-cp' : 'qh-c2'} />
            <Text className="qh-sub qh-c1 qh-grow">{name}</Text>
            <Text className={full ? 'qh-note qh-cp' : 'qh-note'}>{full ? '做过了' : `还差 ${of - done} 次`}</Text>
          </View>
        )
      })}
    </View>
  </Card>
)
