import { copyText } from './clipboard.h5'
import type { Share } from './share.weapp'

/** A browser hands on an address: it goes to the clipboard. */
export const useShare = (_title: string, path: string): Share => ({
  label: '复制链接',
  onClick: () => void copyText(`${location.origin}${location.pathname}#${path}`),
})
