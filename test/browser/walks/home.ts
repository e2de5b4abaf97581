import { choose, tap } from '../graduate'
import { open, shows } from '../see'
import type { Walk } from './types'

export const homeWalks: Walk[] = [
  {
    name: 'home-new',
    who: 'new',
    async go(page, look) {
      await shows(page, '先登记一下')
      await look('home-new')
      await open(page, 'pages/check/index', '想办哪一种')
      await tap(page, '下一题')
      await look('check-question')
      for (let question = 1; question <= 6; question++) {
        await choose(page, /^不知道/)
        await tap(page, question === 6 ? '看结果' : '下一题')
      }
      await shows(page, /条没说清/)
      await look('check-result')
    },
  },
  {
    name: 'home-job-seeking',
    who: 'o-demo-gao-yuan',
    async go(page, look) {
      await shows(page, '6 次服务')
      await look('job-seeking-home')
      await open(page, 'pages/receipt/index', '登记编号')
      await look('job-seeking-receipt')
    },
  },
  {
    name: 'home-both',
    who: 'o-demo-su-wan',
    async go(page, look) {
      await shows(page, '6 次服务')
      await look('both-home')
      await open(page, 'pages/receipt/index', '登记编号')
      await look('both-receipt')
    },
  },
  {
    name: 'home-long-name',
    who: 'o-demo-abula',
    async go(page, look) {
      await shows(page, '6 次服务')
      await look('long-name-home')
    },
  },
]
