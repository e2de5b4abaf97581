import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PictureEnd } from '../../../cloud/drawing'
import { moveToTop } from '../../../cloud/host/focus'
import { handOver, PICTURE_LABEL, PictureCanvas } from '../../../cloud/host/picture'
import { printPage } from '../../../cloud/host/print'
import { SAVE_LABEL, saveText } from '../../../cloud/host/saveText'
import { openPage } from '../../../cloud/openPage'
import type { TextSaving } from '../../../cloud/saveText'
import { useSending } from '../../../cloud/useSending'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { ErrorState } from '../../../components/ErrorState'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { addressOf } from '../link'
import { OtherDay } from '../OtherDay'
import { pagePicture } from '../pagePicture'
import { rulesOf } from '../rulesOf'
import { useLook, type Looking } from '../useLook'
import { PLAN_FOOT, PLAN_TITLE, planBlocks, planText } from './asText'
import { Checklist } from './Checklist'
import { planOf } from './plan'
import { useTicks } from './useTicks'
import './index.scss'

const PICTURE_SAID: Partial<Record<PictureEnd, string>> = {
  notHere: '这个版本的微信存不了图，发成文件也行。',
  failed: '图没存成，再点一次；还不行就截一张屏。',
}
const TEXT_SAID: Partial<Record<TextSaving, string>> = {
  notHere: '这个版本的微信发不了文件，存图也行。',
  failed: '文件没做成，再点一次；还不行就截一张屏。',
}

/** 一件事打包办: all there is to do after leaving school, in one list. */
export default function ChecklistPage() {
  const looking = useLook()
  return looking ? <Listed looking={looking} /> : <Page />
}

function Listed({ looking: { book, on, today, look, inHand, setOn } }: { looking: Looking }) {
  const { ticks, unsaved, tick } = useTicks()
  const [said, setSaid] = useState<string>()
  const { busy, sending } = useSending()
  if (!ticks) return <Page />
  const plan = planOf(book.calculator.on(on).steps(inHand.answers), book.texts)
  const calculator = addressOf('index', look)
  if (plan.steps.length === 0)
    return (
      <Page>
        <ErrorState
          icon="check"
          title="现在没有要办的"
          text="按你填的，没有一步等着你。情况变了，改一改答案，这里会重新排。"
          action="改答案"
          onAction={() => openPage(calculator)}
        />
      </Page>
    )
  const rules = rulesOf(on, today)
  const say = (next: string | undefined) => {
    setSaid(next)
    if (next) moveToTop()
  }
  const save = () => {
    // nothing may be waited for before: hosts let it run straight from a tap only
    void saveText('启航-要办的事.txt', planText(plan, ticks, rules)).then(end => say(TEXT_SAID[end]))
  }
  const draw = () =>
    void sending(async () => {
      say(PICTURE_SAID[await handOver(pagePicture(PLAN_TITLE, rules, planBlocks(plan, ticks), PLAN_FOOT), '要办的事')])
      return false
    })
  const answered = Object.values(inHand.answers).some(answer => answer !== undefined)
  return (
    <Page
      bottom={
        <BottomBar hint="勾的只在这台手机上">
          <Button label={PICTURE_LABEL} kind="secondary" busy={busy} onClick={draw} />
          {printPage ? (
            <Button label="打印" grow onClick={printPage} />
          ) : (
            <Button label={SAVE_LABEL} grow onClick={save} />
          )}
        </BottomBar>
      }
    >
      <PictureCanvas />
      {said && <Notice kind="danger">{said}</Notice>}
      <OtherDay on={on} today={today} onToday={() => setOn(today)} />
      <Checklist
        plan={plan}
        ticks={ticks}
        rulesOf={rules}
        answered={answered}
        unsaved={unsaved}
        onTick={tick}
        onAsk={fact => openPage(addressOf('index', look, { fact }))}
        onPolicy={id => openPage(addressOf('policy', look, { id }))}
      />
      <View className="qh-row qh-row--wrap qh-gap-4 qh-mt-3">
        <Button
          label={answered ? '改答案' : '答几题，排得更准'}
          kind="text"
          onClick={() => openPage(answered ? addressOf('answers', look) : calculator)}
        />
        {printPage && <Button label={SAVE_LABEL} kind="text" onClick={save} />}
      </View>
    </Page>
  )
}
