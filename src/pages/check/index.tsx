import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { today as readToday } from '../../cloud/data'
import { beginAtTop, moveTo } from '../../cloud/host/focus'
import { openPage } from '../../cloud/openPage'
import { aria } from '../../components/aria'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { ChoiceCard } from '../../components/ChoiceCard'
import { DateField, Field, fieldId } from '../../components/Field'
import { Heading } from '../../components/Heading'
import { Page } from '../../components/Page'
import { QuestionBar } from '../../components/QuestionBar'
import { KindSchema } from '../../domain/registration'
import { addYears, type BeijingDate } from '../../domain/time'
import { isAnswered, questionsFor, type CheckAnswers, type QuestionKey } from './questions'
import { Result } from './Result'
import './index.scss'

/** Whether one may register, asked of nobody but the phone itself: the rules run here. */
export default function Check() {
  const [today, setToday] = useState<BeijingDate>()
  // Whoever comes with a kind has answered the first question.
  const { data: wished } = KindSchema.safeParse(useRouter().params.kind)
  const [answers, setAnswers] = useState<CheckAnswers>(wished ? { kind: wished } : {})
  const first = wished ? 1 : 0
  const [at, setAt] = useState(first)
  /** Came from the result to answer one question: the result is next. */
  const [returning, setReturning] = useState(false)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    void readToday().then(setToday)
  }, [])
  const questions = questionsFor(answers)
  const question = questions[at]

  const go = (to: number, andReturn = false) => {
    setMissing(false)
    setReturning(andReturn)
    setAt(to)
    beginAtTop()
  }
  const goTo = (key: QuestionKey) =>
    go(
      questions.findIndex(one => one.key === key),
      true,
    )
  const back = () => (returning ? go(questions.length) : go(Math.min(at, questions.length) - 1))
  if (!today) return <Page />
  if (!question) return <Result answers={answers} today={today} onBack={back} onAgain={() => go(0)} onAnswer={goTo} />

  const next = returning ? questions.length : at + 1
  const value = answers[question.key]
  const { day } = question
  const asksDay = day !== undefined && day.for === value
  const answer = (change: Partial<CheckAnswers>) => {
    setMissing(false)
    setAnswers(before => ({ ...before, ...change }))
  }
  const onward = () => {
    if (isAnswered(question, answers)) return go(next)
    setMissing(true)
    moveTo(fieldId(asksDay ? day.path : question.key))
  }
  return (
    <Page
      onBack={at > first || returning ? back : undefined}
      bottom={
        <BottomBar>
          {at > 0 && !returning && <Button label="上一题" kind="secondary" onClick={back} />}
          <Button label={next === questions.length ? '看结果' : '下一题'} grow onClick={onward} />
        </BottomBar>
      }
    >
      <QuestionBar at={at} of={questions.length} />
      <Heading text={question.text} />
      {question.help && <View className="qh-sub qh-mt-2">{question.help}</View>}
      <View className="qh-mt-5">
        <Field path={question.key} label="" error={missing && !asksDay ? '选一个再往下，不知道也行' : undefined}>
          <View className="qh-col qh-gap-2" {...aria({ role: 'radiogroup', label: question.text })}>
            {question.options.map(option => (
              <ChoiceCard
                key={option.value}
                title={option.title}
                note={option.note}
                on={option.value === value}
                onClick={() => answer({ [question.key]: option.value })}
              />
            ))}
          </View>
        </Field>
        {day && asksDay && (
          <DateField
            path={day.path}
            label={day.label}
            value={answers[day.path]}
            from={addYears(today, -80)}
            to={day.path === 'bornOn' ? today : addYears(today, 8)}
            startAt={day.path === 'bornOn' ? addYears(today, -22) : `${today.slice(0, 4)}-07-01`}
            error={missing ? '选哪一天，记不清就选不知道' : undefined}
            onChange={picked => answer({ [day.path]: picked })}
          />
        )}
      </View>
      {question.key === 'kind' && (
        <View className="qh-row">
          <Button label="看看两种的区别" kind="text" small onClick={() => openPage('/packages/guide/kinds/index')} />
        </View>
      )}
    </Page>
  )
}
