import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { letBackGo } from '../../cloud/host/back'
import { useSlow } from '../../cloud/useSlow'
import { aria } from '../../components/aria'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { beijingDateTime } from '../../domain/time'
import type { Form } from './useAnswers'
import type { Filing } from './useFiling'

interface Props {
  form: Form
  filing: Filing
  submit: () => Promise<void>
}

function hintOf({ errors, unsaved, savedAt }: Form): string | undefined {
  const wrong = Object.keys(errors).length
  if (wrong > 0) return `还有 ${wrong} 处没填好`
  if (unsaved) return '手机存不下了：填完再关这一页，或者先清一点空间'
  return savedAt && `${beijingDateTime(savedAt).slice(11).replace(/^0/, '')} 已存在手机里`
}

/** What the way on is called. */
function onward({ step, returning, answers }: Form): string {
  if (returning) return '改好了'
  return step === 'hardship' && answers['sensitive.hardships'].length === 0 ? '不填，下一步' : '下一步'
}

/** How many things are open, or that all is kept; one way on and one way back. */
export function Bar({ form, filing, submit }: Props) {
  const { step, returning } = form
  const sending = filing.phase === 'sending'
  return (
    <BottomBar hint={hintOf(form)} above={<Answered filing={filing} />}>
      {step !== 'choose' && !returning && <Button label="上一步" kind="secondary" onClick={() => void form.back()} />}
      {step === 'review' ? (
        <Button
          label={sending ? '正在交' : filing.phase === 'offline' ? '再交一次' : '提交登记'}
          grow
          busy={sending}
          onClick={() => void submit()}
        />
      ) : (
        <Button label={onward(form)} grow onClick={() => void form.next()} />
      )}
    </BottomBar>
  )
}

const toEntry = () => void letBackGo().then(() => Taro.switchTab({ url: '/pages/home/index' }))

/** What came of sending it, where it isn't filed: beside the button that was tapped, not a scroll away. */
function Answered({ filing }: Pick<Props, 'filing'>) {
  const slow = useSlow(filing.phase === 'sending')
  if (filing.phase === 'sending')
    return (
      <View className="qh-register__answer qh-sub" {...aria({ role: 'status' })}>
        {slow ? '比平常慢，还在交。你填的都在，没有丢。' : '正在交，别关这一页。'}
      </View>
    )
  if (filing.phase === 'offline')
    return (
      <View className="qh-register__answer">
        <Notice kind="plain">没连上，不知道交到了没有。你填的都在，再交一次，不会交成两份。</Notice>
      </View>
    )
  if (filing.phase !== 'refused') return null
  return (
    <View className="qh-register__answer">
      <Notice kind="danger">{filing.message}</Notice>
      {filing.code === 'ALREADY_REGISTERED' && <Button label="看我的登记" kind="text" onClick={toEntry} />}
    </View>
  )
}
