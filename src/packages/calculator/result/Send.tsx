import { ScrollView, View } from '@tarojs/components'
import type { Share } from '../../../cloud/host/share'
import { Button } from '../../../components/Button'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Sheet } from '../../../components/Sheet'

interface Props {
  /** Every policy, in the book's order: which of them come out for one is an answer too. */
  policies: readonly { id: string; name: string }[]
  picked: readonly string[]
  share: Share
  onToggle: (id: string) => void
  onClose: () => void
}

/** Hands on policies and a day: the person picks them, and nothing they answered goes along. */
export const Send = ({ policies, picked, share, onToggle, onClose }: Props) => (
  <Sheet title="发给别人哪几项" onClose={onClose}>
    <View className="qh-send__note qh-sub">只发选中的政策和日期，你的答案不在里面。一项不选，就是全部。</View>
    <ScrollView className="qh-sheet__list" scrollY>
      {policies.map(({ id, name }) => (
        <ChoiceCard key={id} title={name} on={picked.includes(id)} many bare onClick={() => onToggle(id)} />
      ))}
    </ScrollView>
    <View className="qh-send__act">
      <Button label={share.label} {...(share.ability ? { ability: share.ability } : {})} onClick={share.onClick} />
    </View>
  </Sheet>
)
