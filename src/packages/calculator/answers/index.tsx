import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { openPage } from '../../../cloud/openPage'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { Header } from '../../../components/Header'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { sayText } from '../../../domain/policy'
import { originOf, stillAsked } from '../answers'
import { forgetSaid } from '../keptAnswers'
import { addressOf } from '../link'
import { useLook, type Looking } from '../useLook'

interface Row {
  fact: string
  name: string
  value: string
  origin: 'said' | 'known'
}

function rowsOf({ book, on, inHand: { kept, answers } }: Looking): Row[] {
  const rules = book.calculator.on(on)
  return book.rules.facts.flatMap(({ id }) => {
    const origin = originOf(kept, id)
    if (!origin || !stillAsked(rules, id, answers)) return []
    const value = answers[id] === null ? '不知道' : sayText(`{${id}}`, answers, book.texts, rules)
    return [{ fact: id, name: book.texts.facts[id]?.name ?? id, value, origin }]
  })
}

/** The answers the result rests on: each is one tap from being another one, and nothing of it reaches the registration. */
export default function Answers() {
  const looking = useLook()
  if (!looking) return <Page />
  const { look, inHand } = looking
  const rows = rowsOf(looking)
  const said = rows.filter(({ origin }) => origin === 'said')
  const known = rows.filter(({ origin }) => origin === 'known')
  const clear = async () => {
    const { confirm } = await Taro.showModal({
      title: '清掉你答的？',
      content: '只清这台手机上的。登记里填的还在登记里，会再填上。',
      confirmText: '清掉',
      cancelText: '先留着',
    })
    if (confirm) await forgetSaid()
  }
  const list = (of: readonly Row[]) => (
    <Card flush>
      {of.map(({ fact, name, value }, i) => (
        <Cell
          key={fact}
          title={name}
          side={value}
          line={i < of.length - 1}
          onClick={() => openPage(addressOf('index', look, { fact }))}
        />
      ))}
    </Card>
  )
  return (
    <Page
      bottom={
        <BottomBar hint="这台手机上留 7 天，答案不传走">
          {said.length > 0 && <Button label="清掉" kind="secondary" spoken="清掉你答的" onClick={() => void clear()} />}
          <Button
            label={rows.length > 0 ? '看结果' : '开始答'}
            grow
            onClick={() => openPage(addressOf(rows.length > 0 ? 'result' : 'index', look))}
          />
        </BottomBar>
      }
    >
      <Header
        lines={rows.length > 0 ? ['按这些答案算，', '点一条就能改'] : ['还没有答案']}
        sub={rows.length > 0 ? '想试另一种情况，改一条再看结果。' : '几个问题，不知道也能选。'}
      />
      {inHand.unsaved && <Notice>手机没地方存了，关掉启航答案就没了。</Notice>}
      {known.length > 0 && (
        <Section title="登记里填的">
          {list(known)}
          <View className="qh-note qh-mt-2">在这里改，只改试算，登记不会变。登记填错了，回“我的”里改。</View>
        </Section>
      )}
      {said.length > 0 && <Section title="你在这里答的">{list(said)}</Section>}
    </Page>
  )
}
