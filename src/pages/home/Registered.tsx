import { Text, View } from '@tarojs/components'
import { openPage } from '../../cloud/openPage'
import { useTelling } from '../../cloud/telling'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { Tag } from '../../components/Tag'
import { TellMe } from '../../components/TellMe'
import { NextCard } from './NextCard'
import { PolicyDoors } from './PolicyDoors'
import type { HomeSays } from './says'
import { Services } from './Services'
import { Standings } from './Standings'

type Says = Extract<HomeSays, { state: 'pending' | 'registered' }>

interface Props {
  says: Says
  served: number
  /** The news of the acceptance was read; absent where what is shown is from before. */
  onPutAway?: ((acceptedAt: string) => void) | undefined
  /** Whether the cloud can be asked now. */
  live: boolean
}

/** What is next, by when, and who does it; then what stands. */
export const Registered = ({ says, served, onPutAway, live }: Props) => (
  <>
    <Header lines={says.title} />
    <View className="qh-row qh-row--wrap qh-gap-2">
      {says.tags.map(tag => (
        <Tag key={tag.label} {...tag} />
      ))}
    </View>
    {says.news && (
      <View className="qh-mt-4">
        <News news={says.news} onPutAway={onPutAway} />
      </View>
    )}
    <View className={says.news ? 'qh-mt-3' : 'qh-mt-4'}>
      <NextCard next={says.next} />
    </View>
    {says.state === 'pending' && live && (
      <View className="qh-mt-3">
        <Telling />
      </View>
    )}
    {says.underReview && (
      <View className="qh-mt-3">
        <Notice>{says.underReview}</Notice>
      </View>
    )}
    <View className="qh-mt-3">
      <Services served={served} {...says.services} />
    </View>
    <View className="qh-mt-3">
      <Card flush>
        {says.draft && (
          <Cell
            title="接着填没交的"
            note={says.draft}
            icon="edit"
            line
            onClick={() => openPage('/pages/register/index')}
          />
        )}
        <Standings standings={says.standing} />
        <Cell title="谁负责你" note={says.keeper} line />
        <Cell title="登记编号" side={says.no} />
      </Card>
    </View>
    <PolicyDoors />
  </>
)

/** It was accepted since the person last looked: said until they put it away. */
const News = ({ news, onPutAway }: { news: NonNullable<Says['news']> } & Pick<Props, 'onPutAway'>) => (
  <Card>
    <View className="qh-row qh-gap-2 qh-row--top">
      <View className="qh-news__i qh-cs">
        <Icon name="check" />
      </View>
      <View className="qh-grow qh-col">
        <View className="qh-strong" {...aria({ role: 'heading', label: news.title })}>
          {news.title}
        </View>
        <Text className="qh-sub qh-mt-1">{news.text}</Text>
        {onPutAway && (
          <View className="qh-row">
            <Button label="知道了" kind="text" small onClick={() => onPutAway(news.acceptedAt)} />
          </View>
        )}
      </View>
    </View>
  </Card>
)

function Telling() {
  const { answer, busy, ask } = useTelling('registrationAccepted')
  return <TellMe answer={answer} busy={busy} onAsk={ask} />
}
