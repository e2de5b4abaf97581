import type { ButtonProps } from '@tarojs/components'

/** WeChat's phone number button: the code stands for the number, once and for five minutes. */
export const phoneButton = (onCode: (code: string) => void, onNone: () => void): Partial<ButtonProps> => ({
  openType: 'getPhoneNumber',
  onGetPhoneNumber: event => {
    const { code } = event.detail as { code?: string }
    if (code) onCode(code)
    else onNone()
  },
})
