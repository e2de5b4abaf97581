import Taro, { useRouter } from '@tarojs/taro'
import { useShare, type Share } from '../../../cloud/host/share'
import { openPage } from '../../../cloud/openPage'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { ErrorState } from '../../../components/ErrorState'
import { Page } from '../../../components/Page'
import { sayText, standingOn, type PolicyRule } from '../../../domain/policy'
import { addressOf, lookOf, pickedFrom } from '../link'
import { OtherDay } from '../OtherDay'
import { whenOf } from '../policies/listing'
import { rulesOf } from '../rulesOf'
import { useLook, type Looking } from '../useLook'
import { Detail } from './Detail'
import './index.scss'

/** One policy in full; whoever gets the link reads the same, without anybody's answers. */
export default function Policy() {
  const looking = useLook()
  const { params } = useRouter()
  const { id = '' } = params
  // an older link may know it by its number alone
  const [rule] = looking ? pickedFrom(looking.book.rules.policies, [id]) : []
  const title = rule && looking?.book.texts.policies[rule.id]?.plain
  const share = useShare(title ?? '毕业生能用上的政策', addressOf('policy', lookOf(params), { id }))
  return looking ? <Shown looking={looking} rule={rule} share={share} /> : <Page />
}

interface Props {
  looking: Looking
  rule: PolicyRule | undefined
  share: Share
}

function Shown({ looking, rule, share }: Props) {
  const { book, on, today, look, inHand, setOn } = looking
  if (!rule)
    return (
      <Page>
        <ErrorState
          icon="info"
          title="没有这条政策"
          text="链接可能旧了，这条换了名字，或者不在清单里了。"
          action="看政策清单"
          onAction={() => void Taro.redirectTo({ url: addressOf('policies', look) })}
        />
      </Page>
    )
  const rules = book.calculator.on(on)
  const over = ['over', 'unsaid'].includes(whenOf(standingOn(rule, on)))
  const answered = Object.values(inHand.answers).some(answer => answer !== undefined && answer !== null)
  return (
    <Page
      bottom={
        <BottomBar>
          <Button {...share} kind="secondary" />
          {over ? (
            <Button label="看别的政策" grow onClick={() => openPage(addressOf('policies', look))} />
          ) : (
            <Button
              label={answered ? '看我的结果' : '算算我行不行'}
              grow
              onClick={() => openPage(addressOf(answered ? 'result' : 'index', look))}
            />
          )}
        </BottomBar>
      }
    >
      <OtherDay on={on} today={today} onToday={() => setOn(today)} />
      <Detail
        rules={book.rules}
        texts={book.texts}
        id={rule.id}
        day={on}
        rulesOf={rulesOf(on, today)}
        result={answered ? rules.evaluate(inHand.answers).results.find(result => result.id === rule.id) : undefined}
        answers={inHand.answers}
        say={template => sayText(template, inHand.answers, book.texts, rules)}
        address={id => addressOf('policy', look, { id })}
        onAsk={fact => openPage(addressOf('index', look, { fact }))}
      />
    </Page>
  )
}
