import { Text, View } from '@tarojs/components'
import type { Tri } from '../../../domain/policy'
import { aria } from '../../../components/aria'
import { classes } from '../../../components/classes'
import { Icon, type IconName } from '../../../components/Icon'
import type { ConditionLine, ConditionPart } from './conditions'

/** A mark and a word for a screen reader; a no is grey, never red. */
const MARKS: Record<Tri, { icon: IconName; colour: string; word: string }> = {
  yes: { icon: 'check', colour: 'qh-cs', word: '符合' },
  no: { icon: 'close', colour: 'qh-c2', word: '不符合' },
  unknown: { icon: 'clock', colour: 'qh-ca', word: '还不知道' },
}

/** What must be so, one below the other, with how it is with the reader where they have answered. */
export const Conditions = ({ parts }: { parts: readonly ConditionPart[] }) => (
  <View className="qh-col">
    {parts.map((part, at) =>
      part.kind === 'line' ? (
        <Line key={part.id} line={part} />
      ) : (
        <View key={`any-${at}`} className="qh-cond__any">
          <Text className="qh-note">下面有一样就行</Text>
          <Conditions parts={part.parts} />
        </View>
      ),
    )}
  </View>
)

function Line({ line: { needs, state, no, change, never, parts } }: { line: ConditionLine }) {
  const mark = state && MARKS[state]
  return (
    <View className="qh-cond">
      <View className="qh-cond__line">
        <View
          className={classes('qh-cond__mark', mark?.colour)}
          {...(mark ? aria({ role: 'img', label: mark.word }) : {})}
        >
          {mark ? <Icon name={mark.icon} size="s" /> : <View className="qh-cond__dot" />}
        </View>
        <Text className="qh-sub qh-c1 qh-grow">{no ?? needs}</Text>
      </View>
      {change && (
        <View className="qh-cond__then">
          <Text className="qh-strong">怎么变：</Text>
          {change}
        </View>
      )}
      {never && <View className="qh-cond__then">{never}</View>}
      {parts.length > 0 && (
        <View className="qh-cond__below">
          <Conditions parts={parts} />
        </View>
      )}
    </View>
  )
}
