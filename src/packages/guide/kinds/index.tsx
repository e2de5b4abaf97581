import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { callAdvice } from '../../../cloud/callAdvice'
import { campaignFor, today as readToday } from '../../../cloud/data'
import { toForm } from '../../../cloud/form'
import { openPage } from '../../../cloud/openPage'
import { aria } from '../../../components/aria'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { classes } from '../../../components/classes'
import { DOORS } from '../../../components/Doors'
import { Header } from '../../../components/Header'
import { Icon, type IconName } from '../../../components/Icon'
import { KIND_NAMES } from '../../../components/kindNames'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { BASES } from '../../../domain/district'
import { KindSchema, type Kind } from '../../../domain/registration'
import type { BeijingDate } from '../../../domain/time'
import { ASK_12333, BOTH, comparison, MAY_CHOOSE } from './words'
import './index.scss'

/** The kinds as they stand side by side: the one with consequences first. */
const COLUMNS: readonly { kind: Kind; situation: string }[] = [
  { kind: 'unemployment', situation: '我没有工作' },
  { kind: 'jobSeeking', situation: '我想找工作，或想换一份' },
]

const Lines = ({ icon, texts }: { icon: IconName; texts: readonly string[] }) => (
  <Card>
    {texts.map(text => (
      <View key={text} className="qh-lines">
        <View className="qh-lines__mark qh-c2">
          <Icon name={icon} size="s" />
        </View>
        <Text className="qh-sub qh-c1 qh-grow">{text}</Text>
      </View>
    ))}
  </Card>
)

/** Before filing: what the two kinds and the three places mean, bring and ask. */
export default function Kinds() {
  const asked = KindSchema.safeParse(useRouter().params.kind)
  const [kind, setKind] = useState<Kind | undefined>(asked.data)
  const [today, setToday] = useState<BeijingDate>()
  useEffect(() => {
    void readToday().then(setToday)
  }, [])
  if (!today) return <Page />
  const query = kind ? `?kind=${kind}` : ''
  return (
    <Page
      bottom={
        <BottomBar hint={kind && `选了${KIND_NAMES[kind]}，填的时候还能换`}>
          <Button
            label="能不能登记"
            spoken="先看看能不能登记"
            kind="secondary"
            onClick={() => openPage(`/pages/check/index${query}`)}
          />
          <Button label="开始登记" grow onClick={() => void toForm(kind)} />
        </BottomBar>
      }
    >
      <Header lines={['登记有两种，', '看你是哪种情况']} sub="拿不准就往下看，一条一条比。" />
      <View className="qh-col qh-gap-2" {...aria({ role: 'radiogroup', label: '你是哪种情况' })}>
        {COLUMNS.map(column => (
          <ChoiceCard
            key={column.kind}
            title={column.situation}
            note={KIND_NAMES[column.kind]}
            on={kind === column.kind}
            onClick={() => setKind(column.kind)}
          />
        ))}
      </View>
      <Section title="两种比一比">
        <View className="qh-col qh-gap-2">
          {comparison(campaignFor(today), today).map(pair => (
            <Card key={pair.title}>
              <View className="qh-strong" {...aria({ role: 'heading', label: pair.title })}>
                {pair.title}
              </View>
              <View className="qh-pair">
                {COLUMNS.map(({ kind: one }) => (
                  <View key={one} className={classes('qh-pair__one', one === kind && 'qh-pair__one--on')}>
                    <Text className="qh-note">{KIND_NAMES[one]}</Text>
                    {[pair[one]].flat().map(line => (
                      <Text key={line} className="qh-sub qh-c1 qh-pair__line">
                        {line}
                      </Text>
                    ))}
                  </View>
                ))}
              </View>
            </Card>
          ))}
        </View>
      </Section>
      <Section title="两种都一样">
        <Lines icon="check" texts={BOTH} />
      </Section>
      <Section title="由哪个区来办：三个地方，选一个">
        <View className="qh-col qh-gap-2">
          {BASES.map(basis => (
            <Card key={basis}>
              <View className="qh-place">
                <View className="qh-place__i">
                  <Icon name={DOORS[basis].icon} />
                </View>
                <View className="qh-grow qh-col">
                  <Text className="qh-strong">{`${DOORS[basis].name}，${DOORS[basis].short}`}</Text>
                  <Text className="qh-sub qh-c1 qh-mt-1">{DOORS[basis].meaning}</Text>
                  <Text className="qh-sub qh-mt-1">{MAY_CHOOSE[basis]}</Text>
                </View>
              </View>
            </Card>
          ))}
        </View>
        <View className="qh-sub qh-mt-2">选了哪个区，就由哪个区联系你。以后想换，在“我的”里换。</View>
      </Section>
      <Section
        title="这几件这里说不准"
        more={<Button label="打 12333 问" kind="text" small end onClick={callAdvice} />}
      >
        <Lines icon="info" texts={ASK_12333} />
      </Section>
    </Page>
  )
}
