import type { ButtonProps } from '@tarojs/components'
import { currentPerson } from './person.h5'

/** The embedded cloud hands out a code as WeChat's button would. */
export const phoneButton = (onCode: (code: string) => void, onNone: () => void): Partial<ButtonProps> => ({
  onClick: () => {
    fetch('/wx/phone-code', { method: 'POST', headers: { 'x-wx-openid': currentPerson() } })
      .then(response => (response.ok ? (response.json() as Promise<{ code?: string }>) : {}))
      .then(({ code }: { code?: string }) => (code ? onCode(code) : onNone()))
      .catch(onNone)
  },
})
