import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import './index.scss'

export interface Moment {
  key: string
  what: string
  note?: string
  when?: string
  state?: 'next' | 'done'
}

/** Next first for what is coming, newest first for what was. */
export const Timeline = ({ moments }: { moments: Moment[] }) => (
  <View className="qh-tl">
    {moments.map(({ key, what, note, when, state }, i) => (
      <View key={key} className={classes('qh-tl__item', i === moments.length - 1 && 'qh-tl__item--last')}>
        {i < moments.length - 1 && <View className="qh-tl__line" />}
        <View className={classes('qh-tl__dot', state && `qh-tl__dot--${state}`)} />
        <View className="qh-tl__body">
          <View className="qh-row qh-row--between qh-row--top qh-gap-2">
            <Text className={classes('qh-grow qh-sub qh-c1', state === 'next' && 'qh-strong')}>{what}</Text>
            {when && <Text className="qh-note qh-nowrap qh-tl__when">{when}</Text>}
          </View>
          {note && <Text className="qh-note">{note}</Text>}
        </View>
      </View>
    ))}
  </View>
)
