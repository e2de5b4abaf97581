import type { ButtonProps } from '@tarojs/components'
import type { PlatformPrivacy } from '../platformPrivacy'

/** A browser has no contract of its own: agreeing is a plain tap. */
export const agreeButton = (onAgree: () => void, _platform: PlatformPrivacy): Partial<ButtonProps> => ({
  onClick: onAgree,
})
export const platformPrivacy = (): Promise<PlatformPrivacy> => Promise.resolve({ asks: false })
export const openPlatformContract = (): void => undefined
export const watchPlatformPrivacy = (_lead: () => void): void => undefined
