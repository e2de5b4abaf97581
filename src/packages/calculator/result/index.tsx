import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { callAdvice } from '../../../cloud/callAdvice'
import { useShare } from '../../../cloud/host/share'
import { openPage } from '../../../cloud/openPage'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { toggled } from '../../../components/change'
import { DateField } from '../../../components/Field'
import { Header } from '../../../components/Header'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { sayText } from '../../../domain/policy'
import { addYears } from '../../../domain/time'
import { stillAsked } from '../answers'
import { leftToAsk, makeNext } from '../asking'
import { addressOf, goneWords, lookOf, pickedFrom } from '../link'
import { OtherDay } from '../OtherDay'
import { oneStepAway } from '../oneStep'
import { resultSays, type SectionSays } from '../resultSays'
import { rulesOf } from '../rulesOf'
import { useLook, type Looking } from '../useLook'
import { PolicyCard } from './PolicyCard'
import { Send } from './Send'
import { Totals } from './Totals'
import './index.scss'

/** From this day on the rules are in data. */
const FIRST_DAY = '2023-09-01'

/** What one gets, may get, doesn't get, and what is announced or over; by the rules of today or another day. */
export default function Result() {
  const looking = useLook()
  const { params } = useRouter()
  const asked = lookOf(params)
  const [sending, setSending] = useState(false)
  const [picked, setPicked] = useState<readonly string[]>(asked.policies ?? [])
  const on = looking?.on ?? asked.on
  const share = useShare('看看哪些政策能用上', addressOf('index', { ...(on ? { on } : {}), policies: picked }))
  if (!looking) return <Page />
  const { book, look } = looking
  return (
    <Page
      over={
        sending && (
          <Send
            policies={book.rules.policies.map(({ id }) => ({ id, name: book.texts.policies[id]?.plain ?? id }))}
            picked={picked}
            share={share}
            onToggle={id =>
              setPicked(before =>
                book.rules.policies.map(one => one.id).filter(one => toggled(before, id).includes(one)),
              )
            }
            onClose={() => setSending(false)}
          />
        )
      }
      bottom={
        <BottomBar>
          <Button label="存一页" kind="secondary" onClick={() => openPage(addressOf('recap', look))} />
          <Button label="办事清单" grow onClick={() => openPage(addressOf('checklist', onOf(looking)))} />
        </BottomBar>
      }
    >
      <Told looking={looking} />
      <Section title="还可以">
        <Card flush>
          <Cell
            title="给单位看的一页"
            note="招你，单位能享受什么"
            icon="job"
            line
            onClick={() => openPage(addressOf('employer', onOf(looking)))}
          />
          <Cell
            title="发给别人"
            note="只有政策和日期，没有你的答案"
            icon="door"
            line
            onClick={() => setSending(true)}
          />
          <Cell
            title="看全部政策"
            note="条件、材料、在哪儿办、依据"
            icon="doc"
            onClick={() => openPage(addressOf('policies', onOf(looking)))}
          />
        </Card>
        <View className="qh-row">
          <Button label="哪里算得不对，打 12333 问" kind="text" onClick={callAdvice} />
        </View>
      </Section>
    </Page>
  )
}

const onOf = ({ look: { on } }: Looking) => (on ? { on } : {})

/** Back to the questions, where one came from there. */
function goOn(looking: Looking): void {
  const before = Taro.getCurrentPages().at(-2) as { route?: string; path?: string } | undefined
  if (/calculator\/index\/index/.test(before?.route ?? before?.path ?? '')) void Taro.navigateBack()
  else openPage(addressOf('index', looking.look))
}

function Told({ looking }: { looking: Looking }) {
  const { book, on, today, look, inHand, setOn } = looking
  const { answers } = inHand
  const rules = book.calculator.on(on)
  const evaluation = rules.evaluate(answers)
  const sent = pickedFrom(book.rules.policies, look.policies).map(({ id }) => id)
  const says = resultSays(
    {
      book,
      answers,
      evaluation,
      after: oneStepAway(rules, answers, evaluation),
      say: template => sayText(template, answers, book.texts, rules),
    },
    sent,
  )
  const given = Object.keys(answers).filter(fact => answers[fact] !== undefined && stillAsked(rules, fact, answers))
  const open = given.filter(fact => answers[fact] === null).length
  const left = leftToAsk(book, on, makeNext(book, on, look.policies), answers)
  const ask = (fact: string) => openPage(addressOf('index', look, { fact }))
  return (
    <>
      <Header lines={[...says.title]} sub={`${rulesOf(on, today)}，以窗口审核为准`} />
      <OtherDay on={on} today={today} onToday={() => setOn(today)} lead={goneWords(look, sent)} />
      <Totals totals={says.totals} leftOut={says.leftOut} />
      <View className="qh-mt-3">
        <Card flush>
          {left > 0 && (
            <Cell
              title="接着答"
              note={`大约还有 ${left} 题，答了就更准`}
              icon="edit"
              line
              onClick={() => goOn(looking)}
            />
          )}
          <Cell
            title={given.length > 0 ? `按这 ${given.length} 条答案算的` : '还没有答案'}
            note={open > 0 ? `有 ${open} 条不知道，查到了再改，不传走` : '能改，能试另一种情况，不传走'}
            icon="lock"
            onClick={() => openPage(addressOf('answers', look))}
          />
        </Card>
      </View>
      <Staged key={on} of={says.sections.length}>
        {count =>
          says.sections
            .slice(0, count)
            .map(section => <Cards key={section.key} section={section} looking={looking} onAsk={ask} />)
        }
      </Staged>
      <Section title="换一天看">
        <Card className="qh-result__day">
          <DateField
            path="on"
            label="按哪天的规则算"
            value={on}
            from={FIRST_DAY}
            to={addYears(today, 2)}
            startAt={on}
            onChange={setOn}
          />
        </Card>
      </Section>
    </>
  )
}

/** One part after the other, from the top: all at once would be more than WeChat bears in one call to the view. */
function Staged({ of, children }: { of: number; children: (count: number) => ReactNode }) {
  const [count, setCount] = useState(1)
  useEffect(() => {
    // a turn of its own, or React would draw both at once
    const soon = count < of ? setTimeout(() => setCount(count + 1)) : undefined
    return () => clearTimeout(soon)
  }, [count, of])
  return <>{children(count)}</>
}

interface CardsProps {
  section: SectionSays
  looking: Looking
  onAsk: (fact: string) => void
}

const Cards = ({ section: { key, title, cards }, looking, onAsk }: CardsProps) => {
  const open = (id: string) => openPage(addressOf('policy', onOf(looking), { id }))
  return (
    <View className={`qh-result--${key}`}>
      <Section title={title}>
        <View className="qh-col qh-gap-2">
          {cards.map(says => (
            <PolicyCard
              key={says.id}
              says={says}
              judged={key === 'picked'}
              closed={key === 'over' || key === 'unkept'}
              onOpen={() => open(says.id)}
              onRegister={() => openPage('/pages/register/index')}
              onAsk={onAsk}
            />
          ))}
        </View>
      </Section>
    </View>
  )
}
