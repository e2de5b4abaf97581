import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { letBackGo } from '../../../cloud/host/back'
import { fetchPages } from '../../../cloud/host/fetchPages'
import { useShare } from '../../../cloud/host/share'
import { openPage } from '../../../cloud/openPage'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { Page } from '../../../components/Page'
import { QuestionBar } from '../../../components/QuestionBar'
import { Section } from '../../../components/Section'
import { addressOf, goneWords, lookOf, pickedFrom } from '../link'
import { OtherDay } from '../OtherDay'
import { lookAt } from '../says'
import { useLook, type Looking } from '../useLook'
import { CountsRow } from './CountsRow'
import { Question } from './Question'
import { useWalk } from './useWalk'
import { Why } from './Why'
import './index.scss'

/** The policy calculator: one question at a time, answered on the phone and nowhere else. */
export default function Calculator() {
  const looking = useLook()
  const { params } = useRouter()
  useShare('看看哪些政策能用上', addressOf('index', lookOf(params)))
  useEffect(() => fetchPages('packages/calculator/'), [])
  return looking ? <Asking looking={looking} one={params.fact} /> : <Page />
}

function Asking({ looking, one }: { looking: Looking; one: string | undefined }) {
  const { book, on, today, look, inHand, setOn } = looking
  const result = addressOf('result', look)
  // back to where the one question was asked from; opened by its own address, it leads to the result
  const close = () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else void letBackGo().then(() => Taro.redirectTo({ url: result }))
  }
  const walk = useWalk(looking, one, () => (one ? close() : openPage(result)))
  const { rule, text } = walk
  const done = !rule || !text
  // everything was answered another day: the result is what one came for
  useEffect(() => {
    if (done) void letBackGo().then(() => Taro.redirectTo({ url: result }))
  }, [done, result])
  if (done) return <Page />
  const sent = pickedFrom(book.rules.policies, look.policies)
  return (
    <Page
      onBack={walk.back}
      bottom={
        <BottomBar
          above={<CountsRow counts={walk.counts} onOpen={() => (one ? close() : openPage(result))} />}
          hint={inHand.unsaved ? '手机没地方存了，关掉启航答案就没了' : '只在这台手机上算，答案不传走'}
        >
          {walk.back && <Button label="上一题" kind="secondary" onClick={walk.back} />}
          <Button label={one ? '好了' : walk.last ? '看结果' : '下一题'} grow onClick={walk.onward} />
        </BottomBar>
      }
    >
      {!one && <QuestionBar at={walk.at} of={walk.of} about />}
      <OtherDay
        on={on}
        today={today}
        onToday={() => setOn(today)}
        lead={
          one ? undefined : sent.length > 0 ? `别人发来 ${sent.length} 项政策，先问它们要看的` : goneWords(look, sent)
        }
      />
      <Question
        rule={rule}
        text={text}
        entered={walk.entered}
        problem={walk.problem}
        known={walk.known}
        today={today}
        onEnter={walk.enter}
      />
      <View className="qh-mt-5">
        <Why key={rule.id} text={text} policies={lookAt(book, rule.id, on)} />
      </View>
      {!one && walk.answered > 0 && (
        <View className="qh-mt-2">
          <Card flush>
            <Cell
              title={`看看已经答的 ${walk.answered} 条`}
              note={Object.keys(inHand.kept.known).length > 0 ? '登记里填的已经填上了，能改' : '能改，能清掉'}
              icon="edit"
              onClick={() => openPage(addressOf('answers', look))}
            />
          </Card>
        </View>
      )}
      {sent.length > 0 && !one && (
        <Section title={`发来的 ${sent.length} 项`}>
          <Card flush>
            {sent.map(({ id }, i) => (
              <Cell
                key={id}
                title={book.texts.policies[id]?.plain ?? id}
                note={book.texts.policies[id]?.summary}
                line={i < sent.length - 1}
                onClick={() => openPage(addressOf('policy', look.on ? { on: look.on } : {}, { id }))}
              />
            ))}
          </Card>
        </Section>
      )}
    </Page>
  )
}
