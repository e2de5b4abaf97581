import Taro from '@tarojs/taro'
import type { ButtonProps } from '@tarojs/components'
import type { PlatformPrivacy } from '../platformPrivacy'

/**
 * WeChat asks for its own privacy contract before an interface may read personal data. The button below is the only one
 * that can agree to it. Where nothing is left to agree to, or an old WeChat doesn't know the button, the plain tap counts:
 * `onAgree` may then come twice for one tap.
 */
export const agreeButton = (onAgree: () => void, { asks }: PlatformPrivacy): Partial<ButtonProps> => ({
  openType: 'agreePrivacyAuthorization',
  onAgreePrivacyAuthorization: onAgree,
  ...(asks ? {} : { onClick: onAgree }),
})

/** Whether WeChat waits for the person's word, and the name of the contract it holds for this mini-program. */
export const platformPrivacy = (): Promise<PlatformPrivacy> =>
  new Promise(resolve => {
    if (!Taro.canIUse('getPrivacySetting')) return resolve({ asks: false })
    Taro.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        resolve({ asks: needAuthorization, ...(privacyContractName ? { contract: privacyContractName } : {}) }),
      fail: () => resolve({ asks: false }),
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
