import type { ButtonProps } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'

export interface Share {
  label: string
  ability?: Partial<ButtonProps>
  onClick?: () => void
}

/**
 * Hands the page to somebody else: WeChat asks for it when its own menu or this button is tapped. The path is all that goes
 * along, so no answer may stand in it.
 */
export function useShare(title: string, path: string): Share {
  useShareAppMessage(() => ({ title, path }))
  return { label: '转给别人', ability: { openType: 'share' } }
}
