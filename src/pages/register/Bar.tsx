import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
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
    wrong > 0 ? `还有 ${wrong} 处要改` : savedAt ? `${beijingDateTime(savedAt).slice(11)} 已存在手机里` : undefined
  const sending = filing.phase === 'sending'
  return (
    <BottomBar hint={hint}>
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
