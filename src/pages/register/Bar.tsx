import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
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

/** How many things are open, or that all is kept; one way on and one way back. */
export function Bar({ form, filing, submit }: Props) {
  const { step, returning, errors, savedAt } = form
  const wrong = Object.keys(errors).length
  const hint =
    wrong > 0
      ? `还有 ${wrong} 处没填好`
      : savedAt
        ? `${beijingDateTime(savedAt).slice(11).replace(/^0/, '')} 已存在手机里`
        : undefined
  const sending = filing.phase === 'sending'
  return (
    <BottomBar hint={hint} above={<Answered filing={filing} />}>
      {step !== 'choose' && !returning && <Button label="上一步" kind="secondary" onClick={() => void form.back()} />}
      {step === 'review' ? (
        <Button
          label={sending ? '正在交' : filing.phase === 'offline' ? '再交一次' : '提交登记'}
          grow
          busy={sending}
          onClick={() => void submit()}
        />
      ) : (
        <Button label={returning ? '改好了' : '下一步'} grow onClick={() => void form.next()} />
      )}
    </BottomBar>
  )
}

/** What came of sending it, where it isn't filed: beside the button that was tapped, not a scroll away. */
function Answered({ filing }: Pick<Props, 'filing'>) {
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
      {filing.code === 'ALREADY_REGISTERED' && (
        <Button label="看我的登记" kind="text" onClick={() => void Taro.switchTab({ url: '/pages/home/index' })} />
      )}
    </View>
  )
}
