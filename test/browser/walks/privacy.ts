import { tap } from '../graduate'
import { shows } from '../see'
import type { Walk } from './types'

export const privacyWalks: Walk[] = [
  {
    name: 'privacy-notice',
    who: 'new',
    async go(page, look) {
      await tap(page, '开始登记')
      await shows(page, '存什么，做什么用')
      await look('privacy')
    },
  },
]
