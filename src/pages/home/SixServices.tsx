import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { SERVICES } from '../../components/ServiceStrip'
import type { Next } from './next'
import { follow } from './NextCard'

/** What the district owes whoever is without work (notice §五(四)); with the way in, where it is the next step. */
export const SixServices = ({ act }: { act: Next['act'] }) => (
  <Card kind="deep">
    <Text className="qh-sub qh-ondeep">没工作的毕业生登记后，区里至少做这 6 件事</Text>
    <View className="qh-promise">
      {SERVICES.map(({ name, bits }) => (
        <View key={name} className="qh-promise__one">
          <Text className="qh-num">{bits.length}</Text>
          <Text className="qh-promise__name">{name}</Text>
        </View>
      ))}
    </View>
    {act && (
      <View className="qh-col qh-mt-5">
        <Button label={act.label} kind="ondeep" onClick={() => follow(act)} />
      </View>
    )}
  </Card>
)
