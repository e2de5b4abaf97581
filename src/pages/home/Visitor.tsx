import { View } from '@tarojs/components'
import { openPage } from '../../cloud/openPage'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Section } from '../../components/Section'
import { NextCard } from './NextCard'
import { PolicyDoors } from './PolicyDoors'
import type { HomeSays } from './says'
import { SixServices } from './SixServices'
import { Standings } from './Standings'

type Says = Extract<HomeSays, { state: 'new' | 'draft' | 'ended' }>

/** Who has no registration standing reads what the district will do for them, and starts, goes on, or starts again. */
export const Visitor = ({ says }: { says: Says }) => (
  <>
    <Header lines={says.title} sub={says.sub} />
    {says.state === 'ended' && (
      <Card flush>
        <Standings standings={says.ended} />
        <Cell
          title="看以前的经过"
          note="谁做了什么，什么时候"
          icon="clock"
          onClick={() => openPage('/packages/entry/history/index')}
        />
      </Card>
    )}
    {says.state === 'draft' && <NextCard next={says.next} />}
    {says.state !== 'draft' && (
      <View className={says.state === 'ended' ? 'qh-mt-3' : ''}>
        <SixServices act={says.next.act} />
      </View>
    )}
    {says.state === 'ended' && says.draft && <View className="qh-note qh-mt-2">{`上次${says.draft}。`}</View>}
    <PolicyDoors />
    <Section title={says.state === 'ended' ? '再登记以前' : '不登记也能用'}>
      <Card flush>
        <Cell
          title="看看登记哪种"
          note="两种并排比，地方怎么选"
          icon="doc"
          line
          onClick={() => openPage('/packages/guide/kinds/index')}
        />
        <Cell
          title="先看看能不能登记"
          note="几个问题，不知道也能选"
          icon="info"
          line
          onClick={() => openPage('/pages/check/index')}
        />
        <Cell
          title="看隐私说明"
          note="存什么、做什么用、谁能看"
          icon="shield"
          onClick={() => openPage('/pages/privacy/index')}
        />
      </Card>
    </Section>
  </>
)
