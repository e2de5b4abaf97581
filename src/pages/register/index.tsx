import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useLoad, useReturn } from '../../cloud'
import { agreed } from '../../cloud/consent'
import { takeLed } from '../../cloud/form'
import { letBackGo } from '../../cloud/host/back'
import { useOnline } from '../../cloud/useOnline'
import { ErrorState } from '../../components/ErrorState'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { QuestionBar } from '../../components/QuestionBar'
import { KindSchema } from '../../domain/registration'
import { Bar } from './Bar'
import { progressOf } from './steps'
import { Choose } from './steps/Choose'
import { Hardship } from './steps/Hardship'
import { Person } from './steps/Person'
import { Review } from './steps/Review'
import { Study } from './steps/Study'
import { Work } from './steps/Work'
import { useAnswers } from './useAnswers'
import { useFiling } from './useFiling'
import './index.scss'

const GROUPS = { choose: Choose, person: Person, study: Study, work: Work, hardship: Hardship, review: Review }

export default function Register() {
  const consent = useLoad(agreed)
  const form = useAnswers()
  const { filing, submit, dismiss } = useFiling(form)
  const online = useOnline()
  const wished = KindSchema.safeParse(useRouter().params.kind)
  const { step, answers, errors, today, follow } = form

  useEffect(() => {
    if (consent.data && !consent.data.includes('registration'))
      void letBackGo().then(() => Taro.redirectTo({ url: '/pages/privacy/index?next=register' }))
  }, [consent.data])

  // Whoever comes by a button that names a kind wants that one.
  useEffect(() => {
    if (today && wished.data) follow(wished.data)
  }, [today, wished.data, follow])

  // Back from the check or from the two kinds side by side, with the kind they led to.
  useReturn(() => {
    const kind = takeLed()
    if (kind) form.change({ kind })
  })

  if (filing.phase === 'unavailable')
    return (
      <Page onBack={dismiss}>
        <ErrorState
          title="没交上去，是我们的问题"
          text={`你填的都在，没有丢。过一分钟再试；还不行就打 12333${filing.requestId ? '，报下面这串编号' : ''}。`}
          requestId={filing.requestId}
          action="再交一次"
          onAction={() => void submit()}
          second="回去看看填的"
          onSecond={dismiss}
        />
      </Page>
    )

  // What was refused is answered by changing something.
  const changed: typeof form.change = change => {
    if (filing.phase === 'refused') dismiss()
    form.change(change)
  }
  const Group = GROUPS[step]
  const ready = today !== undefined && (consent.data?.includes('registration') ?? false)
  const load = consent.phase === 'ready' && !ready ? { ...consent, phase: 'quiet' as const } : consent
  return (
    <Page
      load={load}
      bottom={<Bar form={form} filing={filing} submit={submit} />}
      onBack={ready && step !== 'choose' ? () => form.back() : undefined}
    >
      {today && (
        <>
          {!online && <Notice kind="plain">没有网。填的都存在手机里，不会丢。</Notice>}
          <QuestionBar {...progressOf(step, answers)} />
          <Group form={form} answers={answers} errors={errors} today={today} change={changed} />
        </>
      )}
    </Page>
  )
}
