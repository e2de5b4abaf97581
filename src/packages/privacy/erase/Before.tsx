import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { KIND_NAMES } from '../../../components/kindNames'
import { Section } from '../../../components/Section'
import type { OwnEntry } from '../../../contract/graduate'
import { keepUntil, type Retention } from '../../../domain/campaign'
import { erasureOf, keptKinds } from '../../../domain/privacy'
import { chineseDate, type BeijingDate } from '../../../domain/time'
import { Facts } from '../Facts'
import { isOpen } from './what'

const go = (url: string) => () => void Taro.navigateTo({ url })

interface Props {
  entry?: OwnEntry
  sensitiveStored: boolean
  /** What staff took from this account: what it can still have erased, and what it can't reach. */
  released: readonly ('own' | 'elsewhere')[]
  today: BeijingDate
  retention: Retention
}

/** What happens, what stays, what it costs, and what would perhaps be enough. */
export function Before({ entry, sensitiveStored, released, today, retention }: Props) {
  const wrongNumber = released.includes('own')
  const person = entry || wrongNumber ? 'registered' : 'accountOnly'
  const { kept, outOfReach } = erasureOf(person, released.includes('elsewhere'))
  // Whether a list names the person too isn't known here: only what goes in either case is promised.
  const { erased } = erasureOf(entry ? 'listed' : person, outOfReach !== undefined)
  const until = chineseDate(keepUntil(retention, today, keptKinds(person)))
  const open = entry?.registrations.filter(isOpen) ?? []
  const kinds = open.map(({ kind }) => KIND_NAMES[kind]).join('和')
  return (
    <>
      {open.length > 0 && (
        <Section title="你会少了什么">
          <Facts
            facts={[
              { what: `${kinds}今天结束`, why: '按登记时间算的待遇到今天为止，再登从头算。' },
              {
                what: '区里不再按这份登记联系你',
                why: '电话、岗位、培训都停下。毕业生名单上有你的话，还会按名单联系。',
              },
            ]}
          />
        </Section>
      )}
      {(open.length > 0 || sensitiveStored) && (
        <Section title="也许这样就够了">
          <Card flush>
            {open.map(({ kind }, i) => (
              <Cell
                key={kind}
                title={`只结束${KIND_NAMES[kind]}`}
                note={open.length > 1 ? '另一种还在' : '信息还在，随时能再登'}
                icon="doc"
                line={i < open.length - 1 || sensitiveStored}
                onClick={go(`/packages/entry/withdraw/index?kind=${kind}`)}
              />
            ))}
            {sensitiveStored && (
              <Cell
                title="只删困难情况"
                note="登记还在，服务照常"
                icon="lock"
                onClick={go('/packages/privacy/mine/index?ask=sensitive')}
              />
            )}
          </Card>
        </Section>
      )}
      {outOfReach && (
        <Section title="这里删不到的">
          <Facts facts={[outOfReach]} />
        </Section>
      )}
      <Section title="马上删掉">
        <Facts
          facts={[
            ...(wrongNumber ? [{ what: '号码填错的那份登记里，你填的' }] : []),
            ...erased.map(what => ({ what })),
            { what: '这部手机里的草稿、回执和算一算的答案' },
          ]}
        />
      </Section>
      <Section title={`留到${until}，到期再删`}>
        <Facts facts={kept} />
        {entry && (
          <View className="qh-note qh-mt-2">
            毕业生名单上有你的话，名单、核对的结果、毕业去向和出生日期也留着，区里要按名单接着服务。
          </View>
        )}
      </Section>
    </>
  )
}
