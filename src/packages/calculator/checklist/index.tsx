import { View } from '@tarojs/components'
import { PICTURE_LABEL } from '../../../cloud/host/picture'
import { printPage } from '../../../cloud/host/print'
import { SAVE_LABEL } from '../../../cloud/host/saveText'
import { openPage } from '../../../cloud/openPage'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { ErrorState } from '../../../components/ErrorState'
import { Page } from '../../../components/Page'
import { addressOf } from '../link'
import { rulesOf } from '../rulesOf'
import { TopOfSheet } from '../TopOfSheet'
import { useLook, type Looking } from '../useLook'
import { useTakeAlong } from '../useTakeAlong'
import { Checklist } from './Checklist'
import { planOf, type Plan } from './plan'
import { planSheet } from './planSheet'
import { useTicks } from './useTicks'
import './index.scss'

type Ticking = ReturnType<typeof useTicks>

/** 一件事打包办: all there is to do after leaving school, in one list. */
export default function ChecklistPage() {
  const looking = useLook()
  const { ticks, ...ticking } = useTicks()
  if (!looking || !ticks) return <Page />
  const { book, on, look, inHand } = looking
  const plan = planOf(book.calculator.on(on).steps(inHand.answers), book.texts, inHand.answers)
  if (plan.steps.length + plan.perhaps.length > 0)
    return <Shown looking={looking} plan={plan} ticking={{ ticks, ...ticking }} />
  return (
    <Page>
      <ErrorState
        icon="check"
        title="现在没有要办的"
        text="按你填的，没有一步等着你。情况变了，改一改答案，这里会重新排。"
        action="改答案"
        onAction={() => openPage(addressOf('answers', look))}
      />
    </Page>
  )
}

interface Props {
  looking: Looking
  plan: Plan
  ticking: Ticking & { ticks: NonNullable<Ticking['ticks']> }
}

function Shown({ looking, plan, ticking: { ticks, unsaved, tick } }: Props) {
  const { on, today, look } = looking
  const rules = rulesOf(on, today)
  const along = useTakeAlong(planSheet(plan, ticks, rules), '要办的事')
  return (
    <Page
      bottom={
        <BottomBar hint="答案和勾只在这台手机上">
          {plan.steps.length === 0 ? (
            <Button
              label={plan.asks.length > 0 ? '去答题' : '改答案'}
              grow
              onClick={() => openPage(addressOf(plan.asks.length > 0 ? 'index' : 'answers', look))}
            />
          ) : (
            <>
              <Button label={PICTURE_LABEL} kind="secondary" busy={along.busy} onClick={along.draw} />
              {printPage ? (
                <Button label="打印" grow onClick={printPage} />
              ) : (
                <Button label={SAVE_LABEL} grow onClick={along.save} />
              )}
            </>
          )}
        </BottomBar>
      }
    >
      <TopOfSheet along={along} looking={looking} />
      <Checklist
        plan={plan}
        ticks={ticks}
        rulesOf={rules}
        unsaved={unsaved}
        onTick={tick}
        onAsk={fact => openPage(addressOf('index', look, { fact }))}
        onPolicy={id => openPage(addressOf('policy', look, { id }))}
        onOpen={where => openPage(where === 'register' ? '/pages/register/index' : addressOf('employer', look))}
      />
      {plan.steps.length > 0 && (
        <View className="qh-row qh-row--wrap qh-gap-4 qh-mt-3">
          <Button label="改答案" kind="text" onClick={() => openPage(addressOf('answers', look))} />
          {printPage && <Button label={SAVE_LABEL} kind="text" onClick={along.save} />}
        </View>
      )}
    </Page>
  )
}
