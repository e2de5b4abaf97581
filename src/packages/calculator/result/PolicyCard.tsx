import { Text, View } from '@tarojs/components'
import { aria } from '../../../components/aria'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { Icon, type IconName } from '../../../components/Icon'
import { Tag } from '../../../components/Tag'
import type { Tri } from '../../../domain/policy'
import { goesTo, LOOK_AGAIN, type Ask, type CardSays } from '../says'

const MARKS: Record<Tri, [icon: IconName, colour: string, word: string]> = {
  yes: ['check', 'qh-cs', '符合'],
  no: ['close', 'qh-c2', '不符合'],
  unknown: ['clock', 'qh-ca', '还不知道'],
}
const VERDICTS: Record<Tri, string> = { yes: '能享受', unknown: '还要看', no: '不行' }

interface Props {
  says: CardSays
  /** The verdict stands on it: it isn't under a heading that says it. */
  judged: boolean
  /** Nobody gets it any more. */
  closed: boolean
  onOpen: () => void
  onRegister: () => void
  onAsk: (fact: string) => void
}

/** One policy: what one gets, or what it still hangs on, or why not and what would change it. */
export function PolicyCard({ says, judged, closed, onOpen, onRegister, onAsk }: Props) {
  const to = closed ? undefined : goesTo(says)
  const [ask, ...later] = says.asks
  const spoken = [says.plain, says.official, to, says.beside].filter(Boolean).join('，')
  return (
    <Card flush>
      <View
        className="qh-says__head"
        hoverClass="qh-hover"
        onClick={onOpen}
        {...aria({ role: 'button', label: `${spoken}，看详情` })}
      >
        <View className="qh-says__words">
          <View className="qh-says__names">
            <Text className="qh-strong">{says.plain}</Text>
            <View className="qh-row qh-row--wrap qh-gap-2">
              {says.official !== says.plain && <Text className="qh-note">{says.official}</Text>}
              {judged && (
                <Tag
                  label={says.step ? '差一步' : VERDICTS[says.verdict]}
                  kind={says.verdict === 'yes' ? 'success' : 'plain'}
                />
              )}
              {to && <Tag label={to} />}
            </View>
          </View>
          {says.beside && <Text className="qh-says__beside qh-tnum">{says.beside}</Text>}
        </View>
        <Icon name="right" className="qh-cell__arrow" />
      </View>
      <View className="qh-says__body">
        {says.note && <View className="qh-sub qh-c1">{says.note}</View>}
        {says.marks.map(({ state, text }) => (
          <View key={text} className="qh-says__mark">
            <View className={`qh-says__i ${MARKS[state][1]}`} {...aria({ role: 'img', label: MARKS[state][2] })}>
              <Icon name={MARKS[state][0]} size="s" />
            </View>
            <Text className="qh-sub qh-grow">{text}</Text>
          </View>
        ))}
        {says.lines.map(({ label, text }) => (
          <View key={label} className="qh-sub qh-tnum qh-mt-1">
            <Text className="qh-c1">{label}</Text>
            {`：${text}`}
          </View>
        ))}
        {says.months && <View className="qh-sub qh-mt-1">{`最长 ${says.months}`}</View>}
        {says.lastDay && <View className="qh-sub qh-mt-1">{says.lastDay}</View>}
        {says.excludes.map(one => (
          <View key={one} className="qh-sub qh-mt-1">
            {one}
          </View>
        ))}
        {says.change && (
          <View className="qh-says__then">
            <Text className="qh-strong">{says.step ? '怎么办：' : '怎么变：'}</Text>
            {says.change}
          </View>
        )}
        {says.never && <View className="qh-says__then">{says.never}</View>}
      </View>
      {says.step === 'register' && (
        <Cell title="去登记" note="户籍地、常住地、求职地选一个" icon="edit" line={!!ask} onClick={onRegister} />
      )}
      {ask && (
        <Cell
          title={`${ask.unknownTo ? '查到了再说' : '现在说'}：${ask.name}`}
          note={askNote(ask, later)}
          icon="edit"
          onClick={() => onAsk(ask.fact)}
        />
      )}
    </Card>
  )
}

/** Who knows what the person doesn't, and what is asked after it. */
function askNote({ unknownTo }: Ask, later: readonly Ask[]): string | undefined {
  const names = later.slice(0, 2).map(({ name }) => name)
  const then = names.length > 0 ? `还有：${names.join('、')}${later.length > 2 ? '……' : ''}` : ''
  // the title says so already
  const who = unknownTo === LOOK_AGAIN ? '' : unknownTo
  return [who, then].filter(Boolean).join('。') || undefined
}
