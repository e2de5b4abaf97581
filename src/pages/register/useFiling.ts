import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { CloudError } from '../../cloud'
import { letBackGo } from '../../cloud/host/back'
import { fileRegistration, newRequestId } from './file'
import { toForm } from './form'
import { firstProblem } from './problems'
import { fieldOf, stepOf, STEPS } from './steps'
import { readToday, type Form } from './useAnswers'

export type Filing =
  | { phase: 'idle' }
  | { phase: 'sending' }
  /** Sent, but nothing came back: it may be filed. The same request is sent again. */
  | { phase: 'offline' }
  | { phase: 'unavailable'; requestId?: string }
  | { phase: 'refused'; code: string; message: string }

/** Submits once however often it is tapped; what the cloud refuses lands on its field. */
export function useFiling(form: Form) {
  const [filing, setFiling] = useState<Filing>({ phase: 'idle' })
  const busy = useRef(false)

  async function submit() {
    if (busy.current) return
    busy.current = true
    setFiling({ phase: 'sending' })
    try {
      const today = await readToday()
      const open = firstProblem(form.latest.current.answers, today)
      if (open) {
        setFiling({ phase: 'idle' })
        return form.point(open.step, open.problems)
      }
      const requestId = await form.nameRequest(() => newRequestId(today.instant))
      const filled = toForm(form.latest.current.answers, requestId)
      if (!filled) return setFiling({ phase: 'idle' })
      const error = await fileRegistration(filled)
      if (error) return await land(error)
      await letBackGo()
      void Taro.redirectTo({ url: '/pages/receipt/index' })
    } finally {
      busy.current = false
    }
  }

  async function land(error: CloudError) {
    if (error.kind !== 'refused')
      return setFiling({ phase: error.kind, ...('requestId' in error ? { requestId: error.requestId } : {}) })
    form.answeredRequest()
    if (error.code === 'CONSENT_MISSING') {
      await letBackGo()
      return void Taro.redirectTo({ url: '/pages/privacy/index?next=register' })
    }
    const fields = Object.entries(error.fields).flatMap(([path, message]) => {
      const step = stepOf(path)
      return step ? [{ step, field: fieldOf(path), message }] : []
    })
    const step = STEPS.find(one => fields.some(field => field.step === one))
    // Said once: beside its field where it has one, else beside the button.
    if (!step) return setFiling({ phase: 'refused', code: error.code, message: error.message })
    setFiling({ phase: 'idle' })
    form.point(
      step,
      Object.fromEntries(fields.filter(field => field.step === step).map(({ field, message }) => [field, message])),
    )
  }

  return { filing, submit, dismiss: () => setFiling({ phase: 'idle' }) }
}
