import Taro from '@tarojs/taro'
import type { ButtonProps } from '@tarojs/components'

/**
 * WeChat asks for its own privacy contract before an interface may read personal data. The button below is the only one
 * that can agree to it.
 */
export const agreeButton = (onAgree: () => void): Partial<ButtonProps> => ({
  openType: 'agreePrivacyAuthorization',
  onAgreePrivacyAuthorization: onAgree,
})

/** Name of the contract WeChat holds for this mini-program; undefined where it isn't needed or not known. */
export const platformContract = (): Promise<string | undefined> =>
  new Promise(resolve => {
    if (!Taro.canIUse('getPrivacySetting')) return resolve(undefined)
    Taro.getPrivacySetting({
      success: ({ privacyContractName }) => resolve(privacyContractName || undefined),
      fail: () => resolve(undefined),
    })
  })

export const openPlatformContract = (): void => Taro.openPrivacyContract({ fail: () => undefined })

/**
 * Called by WeChat when an interface needs the contract and the person hasn't agreed yet: they are led to the page that
 * asks, and what they tapped is given up. They tap it again afterwards.
 */
export function watchPlatformPrivacy(lead: () => void): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return
  const asked = (resolve: (answer: { event: string }) => void) => {
    resolve({ event: 'disagree' })
    lead()
  }
  Taro.onNeedPrivacyAuthorization(asked as Parameters<typeof Taro.onNeedPrivacyAuthorization>[0])
}
