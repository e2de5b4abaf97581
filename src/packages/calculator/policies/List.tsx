import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { callAdvice } from '../../../cloud/callAdvice'
import { openPage } from '../../../cloud/openPage'
import { aria } from '../../../components/aria'
import { Button } from '../../../components/Button'
import { toggled } from '../../../components/change'
import { Chip } from '../../../components/Chip'
import { Header } from '../../../components/Header'
import { Icon } from '../../../components/Icon'
import { SearchBox } from '../../../components/SearchBox'
import { Tag } from '../../../components/Tag'
import type { Payee } from '../../../domain/policy'
import type { Listed, When } from './listing'
import { findPolicies, nearPolicies, type Hit } from './search'

const PAYEES: readonly { key: Payee; label: string }[] = [
  { key: 'person', label: '给你的' },
  { key: 'employer', label: '给单位的' },
]
const WHENS: readonly { key: When; label: string }[] = [
  { key: 'now', label: '现在能办的' },
  { key: 'soon', label: '还没开始的' },
  { key: 'over', label: '已停办的' },
]

interface Props {
  list: readonly Listed[]
  /** 8月20日的规则. */
  rulesOf: string
  /** Address of the questions. */
  calculator: string
  /** Address of one policy. */
  policy: (id: string) => string
}

/** Every policy there is, found by typing and by chips. */
export function List({ list, rulesOf, calculator, policy }: Props) {
  const [typed, setTyped] = useState('')
  const [payees, setPayees] = useState<readonly Payee[]>([])
  const [whens, setWhens] = useState<readonly When[]>([])
  const filters = { payees, whens }
  const hits = findPolicies(list, typed, filters)
  const near = hits.length === 0 ? nearPolicies(list, typed, filters) : []
  const filtered = payees.length + whens.length > 0
  const unfilter = () => {
    setPayees([])
    setWhens([])
  }
  return (
    <>
      <Header lines={['毕业生能用的政策']} sub={`${rulesOf}，以窗口审核为准`} />
      <SearchBox id="policy-search" value={typed} label="搜政策" hint="名字或条件" onChange={setTyped} />
      <View className="qh-chips qh-mt-3" {...aria({ role: 'group', label: '只看哪些' })}>
        {PAYEES.map(({ key, label }) => (
          <Chip
            key={key}
            label={label}
            on={payees.includes(key)}
            onClick={() => setPayees(before => toggled(before, key))}
          />
        ))}
        {WHENS.map(({ key, label }) => (
          <Chip
            key={key}
            label={label}
            on={whens.includes(key)}
            onClick={() => setWhens(before => toggled(before, key))}
          />
        ))}
      </View>
      <View className="qh-row qh-row--wrap qh-row--between qh-mt-1">
        <View className="qh-note qh-nowrap" {...aria({ role: 'status' })}>
          {hits.length === list.length ? `一共 ${list.length} 条` : `找到 ${hits.length} 条`}
        </View>
        <Button label="算算我能享受哪条" kind="text" small end onClick={() => openPage(calculator)} />
      </View>
      {hits.map(hit => (
        <PolicyCard key={hit.policy.id} hit={hit} onOpen={() => openPage(policy(hit.policy.id))} />
      ))}
      {hits.length === 0 && (
        <Nothing
          typed={typed.trim()}
          filtered={filtered}
          near={near.length}
          onClear={() => setTyped('')}
          onUnfilter={unfilter}
        />
      )}
      {near.map(one => (
        <PolicyCard key={one.id} hit={{ policy: one }} onOpen={() => openPage(policy(one.id))} />
      ))}
    </>
  )
}

function PolicyCard({ hit: { policy, because }, onOpen }: { hit: Hit; onOpen: () => void }) {
  const spoken = [policy.plain, policy.official, policy.summary, ...policy.tags.map(({ label }) => label)].join('，')
  return (
    <View
      className="qh-card qh-policy"
      hoverClass="qh-hover"
      onClick={onOpen}
      {...aria({ role: 'button', label: spoken })}
    >
      <View className="qh-row qh-row--top qh-gap-2">
        <Text className="qh-strong qh-grow">{policy.plain}</Text>
        <View className="qh-policy__arrow">
          <Icon name="right" size="s" />
        </View>
      </View>
      {policy.official !== policy.plain && <Text className="qh-note">{policy.official}</Text>}
      <Text className="qh-sub qh-c1 qh-mt-1">{policy.summary}</Text>
      {because && <Text className="qh-sub qh-mt-1">{`里面写着：${because}`}</Text>}
      <View className="qh-row qh-row--wrap qh-gap-2 qh-mt-2">
        {policy.tags.map(({ label, kind }) => (
          <Tag key={label} label={label} kind={kind} />
        ))}
      </View>
    </View>
  )
}

/** What was typed is said back no longer than that. */
const MOST_QUOTED = 12

interface NothingProps {
  typed: string
  filtered: boolean
  /** How many stand below that may be meant. */
  near: number
  onClear: () => void
  onUnfilter: () => void
}

/** Nothing was found: why, and the one way on that helps. */
function Nothing({ typed, filtered, near, onClear, onUnfilter }: NothingProps) {
  const quoted = typed.length > MOST_QUOTED ? `${Array.from(typed).slice(0, MOST_QUOTED).join('')}…` : typed
  const instead = near > 0 ? '下面的名字和它像。' : '换短一点的词，比如“社保”“见习”；这里没有的，打 12333 问。'
  const text = typed ? `没有找到“${quoted}”。${instead}` : '这样选，一条也没有。'
  return (
    <View className="qh-col qh-mt-4">
      <View className="qh-sub">{text}</View>
      <View className="qh-row qh-row--wrap qh-gap-4">
        {filtered && <Button label="不筛了，再看看" kind="text" onClick={onUnfilter} />}
        {typed && <Button label="看全部政策" kind="text" onClick={onClear} />}
        {typed && <Button label="打 12333" kind="text" icon="phone" onClick={callAdvice} />}
      </View>
    </View>
  )
}
