import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { campaignFor, today } from '../../../cloud/data'
import { Header } from '../../../components/Header'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import type { Retention } from '../../../domain/campaign'
import { keptText, STORED, type StoredRow } from '../../../domain/privacy'
import { Facts } from '../Facts'

const rows: readonly StoredRow[] = STORED

/** What one can have erased at once comes first: it is what one has told oneself. */
const GROUPS: { title: string; holds: StoredRow['erasure'] }[] = [
  { title: '要删，马上就删的', holds: 'goes' },
  { title: '要删，还得留一阵的', holds: 'stays' },
  { title: '名单上有你，还得留的', holds: 'listed' },
]

/** Who may see most of it: said once on top, and beside a row only where it differs. */
const USUALLY = mostFrequent(rows.map(({ seenBy }) => seenBy))

function mostFrequent(values: string[]): string {
  const times = (value: string) => values.filter(other => other === value).length
  return values.reduce((best, value) => (times(value) > times(best) ? value : best))
}

const factOf = (row: StoredRow, retention: Retention | undefined) => ({
  what: row.what,
  why: row.purpose,
  note: [
    row.sealed ? '加密存着。' : '',
    row.seenBy === USUALLY ? '' : `${row.seenBy}。`,
    row.erasure !== 'goes' && retention ? `${keptText(row, retention)}。` : '',
  ].join(''),
})

/** Everything that may be stored about a person, what for, who sees it and for how long. */
export default function Stored() {
  const [retention, setRetention] = useState<Retention>()
  useEffect(() => {
    void today().then(day => setRetention(campaignFor(day).retention))
  }, [])
  return (
    <Page>
      <Header
        lines={['存什么，为什么']}
        sub={[`没另外写的，${USUALLY.replace('；', '和')}能看。`, '没填的、没发生的，就没有存。']}
      />
      {GROUPS.map(({ title, holds }) => (
        <Section key={holds} title={title}>
          <Facts facts={rows.filter(({ erasure }) => erasure === holds).map(row => factOf(row, retention))} />
        </Section>
      ))}
      <View className="qh-note qh-mt-3">名字、号码不进日志，也不写进消息和链接。</View>
    </Page>
  )
}
