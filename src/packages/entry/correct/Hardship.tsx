import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Frame } from './Frame'
import { HARDSHIP } from './parts'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

/** Takes the sensitive facts back: they are erased, the registration stays. */
export function ForgetHardship({ entry, today }: PartProps) {
  const correction = useCorrection(HARDSHIP, entry, today)
  return (
    <Frame question="删掉困难情况？" save="删掉" correction={correction}>
      <Card>
        <View className="qh-sub">
          删掉以后，登记不受影响，只是不再按困难情况优先帮你。想再填，打 12333 或到窗口说。
        </View>
      </Card>
    </Frame>
  )
}
