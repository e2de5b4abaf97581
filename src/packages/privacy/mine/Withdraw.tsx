import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Notice } from '../../../components/Notice'
import { Sheet } from '../../../components/Sheet'

interface Props {
  busy: boolean
  failed?: string
  onWithdraw: () => void
  onClose: () => void
}

/** Says exactly what becomes of it before it is done. */
export const Withdraw = ({ busy, failed, onWithdraw, onClose }: Props) => (
  <Sheet title="撤回这项同意？" onClose={onClose}>
    <View className="qh-privacy__sheet">
      {failed && <Notice kind="danger">{failed}</Notice>}
      <View className="qh-sub qh-c1">困难情况马上删，找不回来。</View>
      <View className="qh-sub qh-mt-2">
        登记还在，电话和服务照常。只是不再按困难情况优先帮你。以后想再说，打 12333 或者去窗口。
      </View>
    </View>
    <View className="qh-sheet__done qh-gap-3">
      <Button label="先不撤" kind="secondary" onClick={onClose} />
      <Button label={busy ? '正在删' : '撤回并删掉'} grow busy={busy} onClick={onWithdraw} />
    </View>
  </Sheet>
)
