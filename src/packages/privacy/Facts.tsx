import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { classes } from '../../components/classes'

export interface Fact {
  what: string
  /** Why it is there, or why it stays. */
  why?: string
  /** Smaller print below. */
  note?: string
}

/** Facts one below the other, each with its reason. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <Card>
    {facts.map(({ what, why, note }, i) => (
      <View key={what} className={classes(i > 0 && (why ? 'qh-mt-4' : 'qh-mt-1'))}>
        <View className={classes('qh-sub qh-c1', why !== undefined && 'qh-strong')}>{what}</View>
        {why && <View className="qh-sub">{why}</View>}
        {note && <View className="qh-note">{note}</View>}
      </View>
    ))}
  </Card>
)
