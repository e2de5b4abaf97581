import type { ButtonProps } from '@tarojs/components'

/** A browser has no contract of its own: agreeing is a plain tap. */
export const agreeButton = (onAgree: () => void): Partial<ButtonProps> => ({ onClick: onAgree })
export const platformContract = (): Promise<string | undefined> => Promise.resolve(undefined)
export const openPlatformContract = (): void => undefined
export const watchPlatformPrivacy = (_lead: () => void): void => undefined
